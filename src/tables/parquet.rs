//! Apache Parquet: a file for each table, columns typed, compressed with Zstandard.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use arrow::array::{
    ArrayBuilder, ArrayRef, BooleanBuilder, Float64Builder, Int64Builder, ListBuilder, RecordBatch,
    StringBuilder,
};
use arrow::datatypes::{DataType, Field, Schema, SchemaRef};
use parquet::arrow::ArrowWriter;
use parquet::basic::{Compression, ZstdLevel};
use parquet::file::properties::WriterProperties;

use super::file::{TableError, Whole, failed};
use super::write::TableWriter;
use super::{Column, Kind, Table, Value};

/// Rows that are gathered before they are written; a row group holds them.
const BATCH: usize = 16_384;

/// A file for each table.
pub struct ParquetTables {
    files: Vec<TableFile>,
}

impl ParquetTables {
    /// Begins the files.
    pub fn create(folder: &Path, tables: &[&'static Table]) -> Result<Self, TableError> {
        let files = tables.iter().map(|table| TableFile::create(folder, table));
        Ok(Self {
            files: files.collect::<Result<_, _>>()?,
        })
    }
}

impl TableWriter for ParquetTables {
    fn row(&mut self, table: &'static Table, cells: &[Value]) -> Result<(), TableError> {
        let file = self.files.iter_mut().find(|f| f.name == table.name);
        file.map_or(Ok(()), |file| file.row(cells))
    }

    fn finish(self: Box<Self>) -> Result<Vec<PathBuf>, TableError> {
        self.files.into_iter().map(TableFile::finish).collect()
    }
}

struct TableFile {
    name: &'static str,
    path: PathBuf,
    schema: SchemaRef,
    writer: ArrowWriter<Whole>,
    builders: Vec<Builder>,
    rows: usize,
}

impl TableFile {
    fn create(folder: &Path, table: &'static Table) -> Result<Self, TableError> {
        let path = folder.join(format!("{}.parquet", table.name));
        let fields: Vec<Field> = table.columns.iter().map(field).collect();
        let schema: SchemaRef = Arc::new(Schema::new(fields));
        let level = ZstdLevel::try_new(3).map_err(|e| failed(&path, &e))?;
        let properties = WriterProperties::builder()
            .set_compression(Compression::ZSTD(level))
            .set_created_by(concat!("ametijuhend ", env!("CARGO_PKG_VERSION")).to_owned())
            .build();
        let whole = Whole::create(path.clone())?;
        let writer = ArrowWriter::try_new(whole, schema.clone(), Some(properties))
            .map_err(|e| failed(&path, &e))?;
        Ok(Self {
            name: table.name,
            path,
            schema,
            writer,
            builders: table.columns.iter().map(|c| Builder::of(c.kind)).collect(),
            rows: 0,
        })
    }

    fn row(&mut self, cells: &[Value]) -> Result<(), TableError> {
        for (builder, cell) in self.builders.iter_mut().zip(cells) {
            builder.push(cell);
        }
        self.rows += 1;
        if self.rows < BATCH {
            return Ok(());
        }
        self.flush()
    }

    fn flush(&mut self) -> Result<(), TableError> {
        self.rows = 0;
        let columns: Vec<ArrayRef> = self.builders.iter_mut().map(Builder::finish).collect();
        let batch = RecordBatch::try_new(self.schema.clone(), columns)
            .map_err(|e| failed(&self.path, &e))?;
        let written = self.writer.write(&batch).and_then(|()| self.writer.flush());
        written.map_err(|e| failed(&self.path, &e))
    }

    fn finish(mut self) -> Result<PathBuf, TableError> {
        if self.rows > 0 {
            self.flush()?;
        }
        let path = self.path;
        let whole = self.writer.into_inner().map_err(|e| failed(&path, &e))?;
        whole.finish()
    }
}

fn field(column: &Column) -> Field {
    let kind = match column.kind {
        Kind::Text => DataType::Utf8,
        Kind::List => DataType::List(Arc::new(Field::new("item", DataType::Utf8, true))),
        Kind::Integer => DataType::Int64,
        Kind::Number => DataType::Float64,
        Kind::Boolean => DataType::Boolean,
    };
    Field::new(column.name, kind, column.nullable)
}

/// Gathers a column.
enum Builder {
    Text(StringBuilder),
    List(ListBuilder<StringBuilder>),
    Integer(Int64Builder),
    Number(Float64Builder),
    Boolean(BooleanBuilder),
}

impl Builder {
    fn of(kind: Kind) -> Self {
        match kind {
            Kind::Text => Self::Text(StringBuilder::new()),
            Kind::List => Self::List(ListBuilder::new(StringBuilder::new())),
            Kind::Integer => Self::Integer(Int64Builder::new()),
            Kind::Number => Self::Number(Float64Builder::new()),
            Kind::Boolean => Self::Boolean(BooleanBuilder::new()),
        }
    }

    /// Adds a value of the column's type; [`super::table!`] makes sure that no other comes.
    fn push(&mut self, value: &Value) {
        match (self, value) {
            (Self::Text(b), Value::Text(text)) => b.append_value(text),
            (Self::List(b), Value::List(items)) => b.append_value(items.iter().map(Some)),
            (Self::Integer(b), Value::Integer(number)) => b.append_value(*number),
            (Self::Number(b), Value::Number(number)) => b.append_value(*number),
            (Self::Boolean(b), Value::Boolean(value)) => b.append_value(*value),
            (Self::Text(b), _) => b.append_null(),
            (Self::List(b), _) => b.append_null(),
            (Self::Integer(b), _) => b.append_null(),
            (Self::Number(b), _) => b.append_null(),
            (Self::Boolean(b), _) => b.append_null(),
        }
    }

    fn finish(&mut self) -> ArrayRef {
        match self {
            Self::Text(b) => ArrayBuilder::finish(b),
            Self::List(b) => ArrayBuilder::finish(b),
            Self::Integer(b) => ArrayBuilder::finish(b),
            Self::Number(b) => ArrayBuilder::finish(b),
            Self::Boolean(b) => ArrayBuilder::finish(b),
        }
    }
}
