//! The fourth stage: values that mean the same, written the same.

pub mod values;
