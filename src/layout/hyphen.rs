use super::words::Vocabulary;
#[derive(PartialEq)] pub enum Joint { Join, Keep, KeepBlank }
#[derive(PartialEq)] pub enum Evidence { Undecided, Document }
pub fn joint(_l:&str,r:&str,_v:&Vocabulary,c:&[String])->(Joint,Evidence){ if c.iter().any(|x| x==r) {(Joint::KeepBlank,Evidence::Document)} else {(Joint::Join,Evidence::Document)} }
