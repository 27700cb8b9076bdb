pub mod people {
    use crate::grammar::pack::Pack;
    use std::ops::Range;
    pub fn people(t: &str, _: &Pack) -> Vec<Range<usize>> {
        vec![0..t.len()]
    }
}
pub mod education {
    use crate::grammar::pack::Pack;
    use crate::record::EducationLevel;
    pub fn education(_: &str, _: &Pack) -> (Option<EducationLevel>, Option<u8>) {
        (None, None)
    }
}
pub mod experience {
    use crate::grammar::pack::Pack;
    use crate::record::ExperienceItem;
    pub fn experience(_: &str, _: &Pack) -> Vec<ExperienceItem> {
        vec![]
    }
}
pub mod languages {
    use crate::grammar::pack::Pack;
    use std::ops::Range;
    pub struct L {
        pub language: Option<String>,
        pub level: Option<String>,
        pub preferred: Vec<String>,
        pub range: Range<usize>,
    }
    pub fn languages(t: &str, _: &Pack) -> Vec<L> {
        vec![L {
            language: None,
            level: None,
            preferred: vec![],
            range: 0..t.len(),
        }]
    }
}
