//! What a worker takes upon itself before it reads anything.

use std::io;

/// Limits of a worker process.
#[derive(Clone, Copy, Debug, Default)]
pub struct Limits {
    /// Address space in MiB.
    pub memory_mib: Option<u64>,
    /// Whether to die when the thread that started the process ends.
    pub die_with_parent: bool,
}

/// Applies the limits to this process. On systems other than Linux nothing is limited, because address space either
/// cannot be limited there or the limit has no effect.
#[cfg(target_os = "linux")]
pub fn apply(limits: Limits) -> io::Result<()> {
    use rustix::process::{Resource, Rlimit, Signal, set_parent_process_death_signal, setrlimit};

    if limits.die_with_parent {
        set_parent_process_death_signal(Some(Signal::KILL))?;
    }
    if let Some(mib) = limits.memory_mib {
        let bytes = Some(mib.saturating_mul(1024 * 1024));
        setrlimit(Resource::As, both(bytes))?;
    }
    // A worker that dies on a hostile file is expected; its memory image on the disk is not.
    setrlimit(Resource::Core, both(Some(0)))?;
    return Ok(());

    fn both(value: Option<u64>) -> Rlimit {
        Rlimit {
            current: value,
            maximum: value,
        }
    }
}

/// Does nothing: see the other version.
#[cfg(not(target_os = "linux"))]
pub fn apply(_limits: Limits) -> io::Result<()> {
    Ok(())
}
