use crate::read::Document;
pub struct Vocabulary;
impl Vocabulary { pub fn of_document(_: &Document, _: Option<std::sync::Arc<std::collections::HashSet<u64>>>, _:&[u64]) -> Self { Vocabulary } pub fn document_words(&self)->Vec<u64>{vec![]} }
pub fn word_hash(_: &str) -> u64 { 0 }
pub fn load_dictionary(_: &std::path::Path)->Result<std::collections::HashSet<u64>,crate::pipeline::SetupError>{Ok(Default::default())}
