fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let ex = ametijuhend::pipeline::Extractor::new(Default::default()).unwrap();
    let out = &args[0];
    std::fs::create_dir_all(out).unwrap();
    for f in &args[1..] {
        let b = std::fs::read(f).unwrap();
        let name = std::path::Path::new(f)
            .file_name()
            .unwrap()
            .to_str()
            .unwrap()
            .to_owned();
        match ex.extract(&name, &b, &[]) {
            Ok(x) => {
                if let Some(r) = x.refusal {
                    eprintln!("{name}: refused {r}");
                }
                for r in x.records {
                    std::fs::write(
                        format!("{out}/{name}.json"),
                        serde_json::to_string_pretty(&r).unwrap(),
                    )
                    .unwrap();
                }
            }
            Err(e) => eprintln!("{name}: {e}"),
        }
    }
}
