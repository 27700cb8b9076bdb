//! Values of cells and their types.

use std::borrow::Cow;

use serde::Serialize;

/// Type of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Text (Parquet: UTF-8).
    Text,
    /// Several texts (Parquet: a list; elsewhere one text, with a line break between them).
    List,
    /// Whole number (Parquet: 64 bits).
    Integer,
    /// Number (Parquet: double).
    Number,
    /// True or false.
    Boolean,
}

/// Value of a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    /// Nothing.
    Null,
    /// Text.
    Text(Cow<'a, str>),
    /// Several texts.
    List(&'a [String]),
    /// Whole number.
    Integer(i64),
    /// Number.
    Number(f64),
    /// True or false.
    Boolean(bool),
}

impl Value<'_> {
    /// As plain text, for formats that know nothing else. Lists have a line break between their items.
    pub fn to_text(&self) -> Cow<'_, str> {
        match self {
            Value::Null => "".into(),
            Value::Text(text) => Cow::Borrowed(text),
            Value::List(items) => items.join("\n").into(),
            Value::Integer(number) => number.to_string().into(),
            Value::Number(number) => number.to_string().into(),
            Value::Boolean(value) => if *value { "true" } else { "false" }.into(),
        }
    }
}

/// A type that a column may have.
pub trait Cell {
    /// The column's type.
    const KIND: Kind;
    /// Whether it may be null.
    const NULLABLE: bool = false;
    /// The cell's value.
    fn value(&self) -> Value<'_>;
}

impl Cell for String {
    const KIND: Kind = Kind::Text;
    fn value(&self) -> Value<'_> {
        Value::Text(self.as_str().into())
    }
}

impl Cell for &'static str {
    const KIND: Kind = Kind::Text;
    fn value(&self) -> Value<'_> {
        Value::Text((*self).into())
    }
}

impl Cell for Vec<String> {
    const KIND: Kind = Kind::List;
    fn value(&self) -> Value<'_> {
        Value::List(self)
    }
}

impl Cell for u32 {
    const KIND: Kind = Kind::Integer;
    fn value(&self) -> Value<'_> {
        Value::Integer(i64::from(*self))
    }
}

impl Cell for f32 {
    const KIND: Kind = Kind::Number;
    fn value(&self) -> Value<'_> {
        // By way of its shortest decimal, so that 33.3 stays 33.3.
        let decimal = self.to_string().parse();
        Value::Number(decimal.unwrap_or_else(|_| f64::from(*self)))
    }
}

impl Cell for bool {
    const KIND: Kind = Kind::Boolean;
    fn value(&self) -> Value<'_> {
        Value::Boolean(*self)
    }
}

impl<T: Cell> Cell for Option<T> {
    const KIND: Kind = T::KIND;
    const NULLABLE: bool = true;
    fn value(&self) -> Value<'_> {
        self.as_ref().map_or(Value::Null, Cell::value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_stay_as_written() {
        assert_eq!(33.3f32.value(), Value::Number(33.3));
        assert_eq!(None::<f32>.value(), Value::Null);
    }
}
