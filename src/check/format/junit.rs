//! JUnit's XML: a suite for each document, a case for each finding.

use std::io::{self, Write};

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use super::{Style, code, place, title};
use crate::check::{Document, Finding, Report};
use crate::worker::protocol::Status;

type Xml<'a> = Writer<&'a mut dyn Write>;

/// Writes the suites. A finding that counts by `--fail-on` is a failure; another is a case that passes, with its message in
/// `system-out`. An input that could not be read is an error.
pub fn write(report: &Report, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let mut xml = Writer::new_with_indent(out, b' ', 2);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let mut suites = BytesStart::new("testsuites");
    suites.push_attribute(("name", "ametijuhend"));
    xml.write_event(Event::Start(suites))?;
    for document in &report.documents {
        suite(document, style, &mut xml)?;
    }
    xml.write_event(Event::End(BytesEnd::new("testsuites")))?;
    xml.into_inner().write_all(b"\n")
}

fn suite(document: &Document, style: Style, xml: &mut Xml) -> io::Result<()> {
    let unread = matches!(document.status, Status::Ok | Status::Partial).then_some(());
    let unread = unread.is_none() && document.findings.is_empty();
    let failures = document.findings.iter().filter(|f| fails(f, style)).count();
    let cases = document.findings.len().max(1);
    let name = name_of(document);
    let mut suite = BytesStart::new("testsuite");
    suite.push_attribute(("name", name.as_str()));
    suite.push_attribute(("tests", cases.to_string().as_str()));
    suite.push_attribute(("failures", failures.to_string().as_str()));
    suite.push_attribute(("errors", if unread { "1" } else { "0" }));
    xml.write_event(Event::Start(suite))?;
    for finding in &document.findings {
        case(&name, finding, style, xml)?;
    }
    if unread {
        let message = style.language.of(&document.message, &document.message_et);
        open_case(&name, "read", xml)?;
        problem("error", document.status.code(), message, "", xml)?;
        xml.write_event(Event::End(BytesEnd::new("testcase")))?;
    } else if document.findings.is_empty() {
        open_case(&name, "check", xml)?;
        xml.write_event(Event::End(BytesEnd::new("testcase")))?;
    }
    xml.write_event(Event::End(BytesEnd::new("testsuite")))
}

/// `a/b.pdf`, or `a/b.pdf (2)` for its second job description.
fn name_of(document: &Document) -> String {
    let path = allowed(&document.path);
    match &document.part {
        Some(part) => format!("{path} ({})", part.index),
        None => path,
    }
}

fn fails(finding: &Finding, style: Style) -> bool {
    style.fail_on.includes(finding.severity)
}

fn case(name: &str, finding: &Finding, style: Style, xml: &mut Xml) -> io::Result<()> {
    let message = style.language.of(&finding.message, &finding.message_et);
    let mut details = Vec::new();
    details.push(place::words(&finding.at, style.language));
    details.extend(finding.pointer.clone());
    details.extend(finding.excerpt.as_ref().map(|e| e.text.clone()));
    details.retain(|detail| !detail.is_empty());
    let details = details.join("\n");
    open_case(name, &title(finding), xml)?;
    if fails(finding, style) {
        problem("failure", code(finding.severity), message, &details, xml)?;
    } else {
        let text = allowed(&format!("{}: {message}\n{details}", code(finding.severity)));
        xml.write_event(Event::Start(BytesStart::new("system-out")))?;
        xml.write_event(Event::Text(BytesText::new(text.trim_end())))?;
        xml.write_event(Event::End(BytesEnd::new("system-out")))?;
    }
    xml.write_event(Event::End(BytesEnd::new("testcase")))
}

fn open_case(class: &str, name: &str, xml: &mut Xml) -> io::Result<()> {
    let mut case = BytesStart::new("testcase");
    case.push_attribute(("classname", class));
    case.push_attribute(("name", allowed(name).as_str()));
    xml.write_event(Event::Start(case))
}

fn problem(tag: &str, kind: &str, message: &str, text: &str, xml: &mut Xml) -> io::Result<()> {
    let mut element = BytesStart::new(tag);
    element.push_attribute(("type", kind));
    element.push_attribute(("message", allowed(message).as_str()));
    xml.write_event(Event::Start(element))?;
    xml.write_event(Event::Text(BytesText::new(&allowed(text))))?;
    xml.write_event(Event::End(BytesEnd::new(tag)))
}

/// Characters that XML 1.0 cannot hold, even escaped, become U+FFFD.
fn allowed(text: &str) -> String {
    let is_allowed = |c: char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
    text.chars()
        .map(|c| if is_allowed(c) { c } else { '\u{fffd}' })
        .collect()
}
