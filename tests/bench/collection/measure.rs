//! How long a command takes, and how much memory it and its children.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::process::Command;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

/// Memory is looked at this often.
const PERIOD: Duration = Duration::from_millis(50);

/// Clock ticks a second in /proc, on every Linux.
const TICKS: f64 = 100.0;

/// What a command took.
pub struct Measured {
    /// Its exit code.
    pub code: Option<i32>,
    /// Time on the clock.
    pub wall: Duration,
    /// Time of processors, of itself and of its children. Known on Linux only; elsewhere it is the time on the clock.
    pub processor: Duration,
    /// The most memory.
    pub peak: Peak,
}

impl Measured {
    /// Documents a second.
    pub fn rate(&self, documents: usize) -> f64 {
        documents as f64 / self.wall.as_secs_f64()
    }

    /// Documents a second of processor time.
    pub fn rate_of_processor(&self, documents: usize) -> f64 {
        documents as f64 / self.processor.as_secs_f64()
    }
}

/// The most memory that was resident, in megabytes; 0 where it is not known.
#[derive(Clone, Copy, Default)]
pub struct Peak {
    /// Of the command's own process.
    pub parent_mb: f64,
    /// Of it and its children together.
    pub all_mb: f64,
}

/// Runs a command to its end.
pub fn measured(command: &mut Command) -> io::Result<Measured> {
    let before = children_time();
    let start = Instant::now();
    let mut child = command.spawn()?;
    let (ended, watched) = mpsc::channel::<()>();
    let id = child.id();
    let watch = thread::spawn(move || {
        let mut peak = Peak::default();
        loop {
            let own = resident(id);
            let all = own + children(id).into_iter().map(resident).sum::<f64>();
            peak.parent_mb = peak.parent_mb.max(own);
            peak.all_mb = peak.all_mb.max(all);
            if watched.recv_timeout(PERIOD) != Err(RecvTimeoutError::Timeout) {
                return peak;
            }
        }
    });
    let status = child.wait()?;
    let wall = start.elapsed();
    drop(ended);
    let peak = watch.join().unwrap_or_default();
    Ok(Measured {
        code: status.code(),
        wall,
        processor: match (before, children_time()) {
            (Some(before), Some(after)) => after - before,
            _ => wall,
        },
        peak,
    })
}

/// Processor time of all children that this process has waited for (and of theirs): `cutime` and `cstime` of proc(5).
fn children_time() -> Option<Duration> {
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    let ticks = |i: usize| fields.get(i)?.parse::<f64>().ok();
    Some(Duration::from_secs_f64((ticks(13)? + ticks(14)?) / TICKS))
}

fn resident(process: u32) -> f64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let kilobytes = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:")?.trim().strip_suffix(" kB"))
        .and_then(|n| n.parse::<f64>().ok());
    kilobytes.unwrap_or(0.0) / 1024.0
}

/// The processes that a process has started, as its threads list them.
fn children(process: u32) -> HashSet<u32> {
    let threads = fs::read_dir(format!("/proc/{process}/task"))
        .into_iter()
        .flatten();
    let lists = threads
        .flatten()
        .filter_map(|t| fs::read_to_string(t.path().join("children")).ok());
    lists
        .flat_map(|list| {
            list.split_whitespace()
                .filter_map(|n| n.parse().ok())
                .collect::<Vec<u32>>()
        })
        .collect()
}
