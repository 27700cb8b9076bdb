//! A workbook: a sheet for each table, with filters, frozen heads, and links between the sheets.
//!
//! Texts are text cells, which no spreadsheet runs; those that begin like a formula are marked as quoted besides, so that
//! they stay text when somebody edits them. Sheets are written row by row to temporary files: memory does not grow with them.

use std::path::PathBuf;

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, Formula, Workbook as Book, Worksheet, XlsxError,
};

use super::csv::is_dangerous;
use super::file::{TableError, Whole, failed};
use super::write::TableWriter;
use super::{Kind, Table, Value};

/// Rows of a sheet, the head included; what is more goes to another sheet ("duties 2").
const MAX_ROWS: u32 = 1_048_576;

/// Characters of a cell.
const MAX_TEXT: usize = 32_767;

/// Stands at the end of a text that no cell can hold.
const CUT: &str = " […: the whole text is in the record]";

/// Characters of a text within a formula.
const MAX_LITERAL: usize = 255;

/// The workbook.
pub struct Workbook {
    path: PathBuf,
    book: Book,
    sheets: Vec<Sheet>,
    styles: Styles,
}

struct Sheet {
    table: &'static Table,
    /// Number of the sheet in the workbook.
    index: usize,
    name: String,
    /// How many sheets of this table there are.
    count: u32,
    /// Next row, from 0; row 0 is the head.
    next: u32,
    /// Key of the last row.
    key: String,
}

struct Styles {
    head: Format,
    text: Format,
    quoted: Format,
    link: Format,
}

impl Workbook {
    /// Begins a workbook.
    pub fn create(path: PathBuf, tables: &[&'static Table]) -> Result<Self, TableError> {
        let mut workbook = Self {
            book: Book::new(),
            sheets: Vec::new(),
            styles: Styles::new(),
            path,
        };
        let made = workbook.begin(tables);
        made.map_err(|e| failed(&workbook.path, &e))?;
        Ok(workbook)
    }

    fn begin(&mut self, tables: &[&'static Table]) -> Result<(), XlsxError> {
        // Always the same moment, so that the same records give the same bytes.
        let moment = ExcelDateTime::from_ymd(2000, 1, 1)?;
        let properties = DocProperties::new().set_creation_datetime(&moment);
        self.book.set_properties(&properties);
        for table in tables {
            let name = table.name.to_owned();
            let index = new_sheet(&mut self.book, &name, table, &self.styles)?;
            self.sheets.push(Sheet {
                table,
                index,
                name,
                count: 1,
                next: 1,
                key: String::new(),
            });
        }
        Ok(())
    }

    fn add(&mut self, at: usize, cells: &[Value]) -> Result<(), XlsxError> {
        if self.sheets[at].next == MAX_ROWS {
            self.next_sheet(at)?;
        }
        let key = cells
            .first()
            .map(|c| c.to_text().into_owned())
            .unwrap_or_default();
        let links: Vec<Option<String>> = self.sheets[at]
            .table
            .columns
            .iter()
            .zip(cells)
            .map(|(column, cell)| self.target(column.link?, &key, cell))
            .collect();
        let sheet = &mut self.sheets[at];
        let row = sheet.next;
        sheet.next += 1;
        sheet.key = key;
        let worksheet = self.book.worksheet_from_index(sheet.index)?;
        for (column, (cell, link)) in (0u16..).zip(cells.iter().zip(&links)) {
            write_cell(
                worksheet,
                (row, column),
                cell,
                link.as_deref(),
                &self.styles,
            )?;
        }
        Ok(())
    }

    /// Where a cell leads: the last row of the other table if it is of the same position, else the row that comes next
    /// there. A count of 0 leads nowhere.
    fn target(&self, table: &str, key: &str, cell: &Value) -> Option<String> {
        if *cell == Value::Integer(0) {
            return None;
        }
        let sheet = self.sheets.iter().find(|s| s.table.name == table)?;
        let row = if sheet.key == key {
            sheet.next
        } else {
            sheet.next + 1
        };
        Some(format!("#'{}'!A{row}", sheet.name))
    }

    fn next_sheet(&mut self, at: usize) -> Result<(), XlsxError> {
        close_sheet(&mut self.book, &self.sheets[at])?;
        let sheet = &mut self.sheets[at];
        sheet.count += 1;
        sheet.name = format!("{} {}", sheet.table.name, sheet.count);
        sheet.index = new_sheet(&mut self.book, &sheet.name, sheet.table, &self.styles)?;
        sheet.next = 1;
        Ok(())
    }
}

impl TableWriter for Workbook {
    fn row(&mut self, table: &'static Table, cells: &[Value]) -> Result<(), TableError> {
        let at = self.sheets.iter().position(|s| s.table.name == table.name);
        let Some(at) = at else { return Ok(()) };
        self.add(at, cells).map_err(|e| failed(&self.path, &e))
    }

    fn finish(mut self: Box<Self>) -> Result<Vec<PathBuf>, TableError> {
        let path = self.path.clone();
        for sheet in &self.sheets {
            close_sheet(&mut self.book, sheet).map_err(|e| failed(&path, &e))?;
        }
        let mut whole = Whole::create(path.clone())?;
        self.book
            .save_to_writer(&mut whole)
            .map_err(|e| failed(&path, &e))?;
        Ok(vec![whole.finish()?])
    }
}

impl Styles {
    fn new() -> Self {
        let text = Format::new()
            .set_text_wrap()
            .set_align(rust_xlsxwriter::FormatAlign::Top);
        Self {
            head: Format::new().set_bold().set_background_color("#E8ECF1"),
            quoted: text.clone().set_quote_prefix(),
            link: text
                .clone()
                .set_font_color("#0B57D0")
                .set_underline(rust_xlsxwriter::FormatUnderline::Single),
            text,
        }
    }
}

fn new_sheet(
    book: &mut Book,
    name: &str,
    table: &Table,
    styles: &Styles,
) -> Result<usize, XlsxError> {
    let index = book.worksheets().len();
    let sheet = book.add_worksheet_with_constant_memory()?;
    sheet.set_name(name)?;
    sheet.set_freeze_panes(1, 1)?;
    for (number, column) in (0u16..).zip(table.columns) {
        sheet.set_column_width(number, width(column.name, column.kind))?;
    }
    for (number, column) in (0u16..).zip(table.columns) {
        sheet.write_string_with_format(0, number, column.name, &styles.head)?;
    }
    Ok(index)
}

/// Width of a column, in characters.
fn width(name: &str, kind: Kind) -> f64 {
    let head = name.len() as f64 + 4.0;
    match (kind, name) {
        (_, "text" | "purpose" | "results" | "message" | "message_et") => 60.0,
        (Kind::Text | Kind::List, _) => head.max(24.0),
        _ => head,
    }
}

fn close_sheet(book: &mut Book, sheet: &Sheet) -> Result<(), XlsxError> {
    let last = u16::try_from(sheet.table.columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
    let worksheet = book.worksheet_from_index(sheet.index)?;
    worksheet.autofilter(0, 0, sheet.next - 1, last)?;
    Ok(())
}

fn write_cell(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Value,
    link: Option<&str>,
    styles: &Styles,
) -> Result<(), XlsxError> {
    let text = cell.to_text();
    if let Some(link) = link.filter(|_| text.encode_utf16().count() <= MAX_LITERAL) {
        let shown = match cell {
            Value::Integer(number) => number.to_string(),
            _ => format!("\"{}\"", text.replace('"', "\"\"")),
        };
        let formula = Formula::new(format!("=HYPERLINK(\"{link}\",{shown})")).set_result(&*text);
        sheet.write_formula_with_format(row, column, formula, &styles.link)?;
        return Ok(());
    }
    match cell {
        Value::Null => {}
        Value::Integer(number) => {
            sheet.write_number_with_format(row, column, *number as f64, &styles.text)?;
        }
        Value::Number(number) => {
            sheet.write_number_with_format(row, column, *number, &styles.text)?;
        }
        Value::Boolean(value) => {
            sheet.write_boolean_with_format(row, column, *value, &styles.text)?;
        }
        Value::Text(_) | Value::List(_) => {
            if !text.is_empty() {
                let style = if is_dangerous(&text) {
                    &styles.quoted
                } else {
                    &styles.text
                };
                sheet.write_string_with_format(row, column, fitting(&text), style)?;
            }
        }
    }
    Ok(())
}

/// A text that a cell can hold: the whole, or its beginning and a note.
fn fitting(text: &str) -> String {
    if text.encode_utf16().count() <= MAX_TEXT {
        return text.to_owned();
    }
    let room = MAX_TEXT - CUT.encode_utf16().count();
    let mut used = 0;
    let fits = |c: &char| {
        used += c.len_utf16();
        used <= room
    };
    text.chars().take_while(fits).collect::<String>() + CUT
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_say_that_they_are_cut() {
        let long = "õ".repeat(40_000);
        let fitted = fitting(&long);
        assert_eq!(fitted.encode_utf16().count(), MAX_TEXT);
        assert!(fitted.ends_with(CUT));
        assert_eq!(fitting("lühike"), "lühike");
    }
}
