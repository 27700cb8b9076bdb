//! Several readers at once.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::thread;
use std::time::{Duration, Instant};

use super::RunError;

/// Results are handed on in batches of at most so many,
const BATCH: usize = 128;
/// or when the first of them has waited so long.
const PATIENCE: Duration = Duration::from_millis(200);

/// Gives each of the tasks to `work`, in `jobs` threads, each with a state of its own, and the results to `done` in this
/// thread, some at a time, as they come. Stops at the first error, or when `work` returns `None`.
pub fn each<'t, T, S, R>(
    jobs: usize,
    tasks: &'t [T],
    state: impl Fn() -> S + Sync,
    work: impl Fn(&mut S, &'t T) -> Result<Option<R>, RunError> + Sync,
    done: impl FnMut(Vec<R>) -> Result<(), RunError>,
) -> Result<(), RunError>
where
    T: Sync,
    R: Send,
{
    let next = AtomicUsize::new(0);
    let stop = AtomicBool::new(false);
    // Readers go on while a batch is written, but not without end.
    let (results, received) = sync_channel(BATCH);
    thread::scope(|scope| {
        for _ in 0..jobs.min(tasks.len()) {
            let results = results.clone();
            let (next, stop, state, work) = (&next, &stop, &state, &work);
            scope.spawn(move || {
                let mut state = state();
                while !stop.load(Ordering::SeqCst) {
                    let Some(task) = tasks.get(next.fetch_add(1, Ordering::SeqCst)) else {
                        return;
                    };
                    let result = work(&mut state, task).transpose();
                    if !matches!(result, Some(Ok(_))) {
                        stop.store(true, Ordering::SeqCst);
                    }
                    if let Some(result) = result {
                        // The receiver lives as long as the scope.
                        let _ = results.send(result);
                    }
                }
            });
        }
        drop(results);
        hand_on(&received, &stop, done)
    })
}

/// Hands on what comes until nothing more does. After `done` has failed, the rest is let go.
fn hand_on<R>(
    received: &Receiver<Result<R, RunError>>,
    stop: &AtomicBool,
    mut done: impl FnMut(Vec<R>) -> Result<(), RunError>,
) -> Result<(), RunError> {
    let mut outcome = Ok(());
    let mut batch = Vec::new();
    let mut since = Instant::now();
    loop {
        let wait = PATIENCE.saturating_sub(since.elapsed());
        let result = match batch.is_empty() {
            true => received.recv().map_err(|_| RecvTimeoutError::Disconnected),
            false => received.recv_timeout(wait),
        };
        let ended = matches!(result, Err(RecvTimeoutError::Disconnected));
        match result {
            Ok(Ok(result)) => {
                if batch.is_empty() {
                    since = Instant::now();
                }
                batch.push(result);
                if batch.len() < BATCH && since.elapsed() < PATIENCE {
                    continue;
                }
            }
            Ok(Err(error)) => {
                outcome = outcome.and(Err(error));
                continue;
            }
            Err(_) => {}
        }
        let full = std::mem::take(&mut batch);
        if !full.is_empty() && !matches!(outcome, Err(RunError::Output(_))) {
            let written = done(full);
            if written.is_err() {
                stop.store(true, Ordering::SeqCst);
            }
            outcome = outcome.and(written);
        }
        if ended {
            return outcome;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn does_each_task_once() {
        let tasks: Vec<usize> = (0..1000).collect();
        let mut seen = Vec::new();
        let work = |_: &mut (), task: &usize| Ok(Some(*task));
        let take = |batch: Vec<usize>| {
            assert!(!batch.is_empty() && batch.len() <= BATCH);
            seen.extend(batch);
            Ok(())
        };
        each(3, &tasks, || (), work, take).unwrap();
        seen.sort_unstable();
        assert_eq!(seen, tasks);
    }

    #[test]
    fn stops_at_an_error() {
        let tasks: Vec<usize> = (0..100).collect();
        let mut seen = 0;
        let work = |_: &mut (), task: &usize| match task {
            3 => Err(RunError::Usage("three".into())),
            _ => Ok(Some(())),
        };
        let take = |batch: Vec<()>| {
            seen += batch.len();
            Ok(())
        };
        assert!(each(1, &tasks, || (), work, take).is_err());
        assert_eq!(seen, 3);
    }

    #[test]
    fn stops_when_nothing_can_be_written() {
        let tasks: Vec<usize> = (0..100_000).collect();
        let mut calls = 0;
        let work = |_: &mut (), task: &usize| Ok(Some(*task));
        let take = |_: Vec<usize>| {
            calls += 1;
            Err(RunError::Output("full".into()))
        };
        assert!(each(2, &tasks, || (), work, take).is_err());
        assert_eq!(calls, 1);
    }

    #[test]
    fn a_slow_task_does_not_hold_up_what_is_done() {
        let tasks = [0, 1];
        let seen = AtomicUsize::new(0);
        let work = |_: &mut (), task: &usize| {
            let start = Instant::now();
            while *task == 1 && seen.load(Ordering::SeqCst) == 0 {
                assert!(start.elapsed() < Duration::from_secs(20));
                thread::yield_now();
            }
            Ok(Some(()))
        };
        let take = |batch: Vec<()>| {
            seen.fetch_add(batch.len(), Ordering::SeqCst);
            Ok(())
        };
        each(1, &tasks, || (), work, take).unwrap();
        assert_eq!(seen.into_inner(), 2);
    }
}
