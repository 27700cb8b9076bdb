//! Licences, bans and sources of the dependencies, by `deny.toml`, from what cargo knows of them. Known
//! vulnerabilities need a database that this test does not have: `cargo deny check advisories` looks them up.

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

use serde_json::Value;

use support::root;

const REGISTRY: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// Every package that is built for this machine, this project's own left out.
fn packages() -> Vec<Value> {
    let rustc = std::env::var("RUSTC").unwrap_or_else(|_| "rustc".to_owned());
    let version = Command::new(rustc).arg("-vV").output().expect("rustc runs");
    let version = String::from_utf8(version.stdout).expect("rustc speaks UTF-8");
    let host = version
        .lines()
        .find_map(|l| l.strip_prefix("host: "))
        .expect("a host");
    let output = Command::new(env!("CARGO"))
        .args([
            "metadata",
            "--format-version",
            "1",
            "--locked",
            "--filter-platform",
            host,
        ])
        .current_dir(root())
        .output()
        .expect("cargo runs");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("cargo speaks JSON");
    let packages = metadata["packages"].as_array().expect("packages").clone();
    packages
        .into_iter()
        .filter(|p| !p["source"].is_null())
        .collect()
}

/// Strings in `deny.toml`: a list of them, or of tables with `crate`.
fn listed(table: &str, key: &str) -> BTreeSet<String> {
    let text = fs::read_to_string(root().join("deny.toml")).expect("deny.toml is there");
    let rules: toml::Table = toml::from_str(&text).expect("deny.toml is TOML");
    let list = rules[table][key].as_array().expect("a list");
    let name = |v: &toml::Value| {
        v.as_str()
            .or_else(|| v.get("crate")?.as_str())
            .map(str::to_owned)
    };
    list.iter().filter_map(name).collect()
}

/// Whether one of an SPDX expression's choices is allowed. `AND` binds more closely than `OR`; the old `/` is `OR`.
fn is_allowed(expression: &str, allowed: &BTreeSet<String>) -> bool {
    let expression = expression.replace('/', " OR ");
    if let Some(parts) = split(&expression, " OR ") {
        return parts.iter().any(|p| is_allowed(p, allowed));
    }
    if let Some(parts) = split(&expression, " AND ") {
        return parts.iter().all(|p| is_allowed(p, allowed));
    }
    let licence = expression.trim();
    match licence.strip_prefix('(').and_then(|l| l.strip_suffix(')')) {
        Some(inner) => is_allowed(inner, allowed),
        None => allowed.contains(licence),
    }
}

/// Splits at an operator outside brackets; nothing if there is none.
fn split(expression: &str, operator: &str) -> Option<Vec<String>> {
    let mut parts = vec![String::new()];
    let mut depth = 0_i32;
    let mut rest = expression;
    while let Some(c) = rest.chars().next() {
        if let (0, Some(after)) = (depth, rest.strip_prefix(operator)) {
            parts.push(String::new());
            rest = after;
            continue;
        }
        depth += i32::from(c == '(') - i32::from(c == ')');
        parts.last_mut()?.push(c);
        rest = &rest[c.len_utf8()..];
    }
    (parts.len() > 1).then_some(parts)
}

#[test]
fn licences_are_allowed() {
    let allowed = listed("licenses", "allow");
    let packages = packages();
    assert!(packages.len() > 50, "only {} packages", packages.len());
    let wrong: Vec<String> = packages
        .iter()
        .filter(|p| !is_allowed(p["license"].as_str().unwrap_or("none"), &allowed))
        .map(|p| format!("{} {}: {}", p["name"], p["version"], p["license"]))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn nothing_banned_and_nothing_from_elsewhere() {
    let banned = listed("bans", "deny");
    assert!(!banned.is_empty());
    for package in packages() {
        let name = package["name"].as_str().unwrap_or_default();
        assert!(!banned.contains(name), "{name} is banned by deny.toml");
        assert_eq!(package["source"], REGISTRY, "{name}");
    }
}

#[test]
fn expressions_are_understood() {
    let allowed = BTreeSet::from(["MIT".to_owned(), "Zlib".to_owned()]);
    for yes in [
        "MIT",
        "GPL-3.0 OR MIT",
        "GPL-3.0/MIT",
        "MIT AND Zlib",
        "(GPL-3.0 OR MIT) AND Zlib",
        "GPL-3.0 AND Zlib OR MIT",
    ] {
        assert!(is_allowed(yes, &allowed), "{yes}");
    }
    for no in [
        "GPL-3.0",
        "MIT AND GPL-3.0",
        "(MIT OR Zlib) AND GPL-3.0",
        "none",
        "MIT WITH x",
    ] {
        assert!(!is_allowed(no, &allowed), "{no}");
    }
}
