//! Several readers at once.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::sync_channel;
use std::thread;

use super::RunError;

/// Gives each of the tasks to `work`, in `jobs` threads, each with a state of its own, and each result to `done` in
/// this thread, as they come. Stops at the first error, or when `work` returns `None`.
pub fn each<T, S, R>(
    jobs: usize,
    tasks: &[T],
    state: impl Fn() -> S + Sync,
    work: impl Fn(&mut S, &T) -> Result<Option<R>, RunError> + Sync,
    mut done: impl FnMut(R),
) -> Result<(), RunError>
where
    T: Sync,
    R: Send,
{
    let next = AtomicUsize::new(0);
    let stop = AtomicBool::new(false);
    let (results, received) = sync_channel(1);
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
        let mut outcome = Ok(());
        for result in received {
            match result {
                Ok(result) => done(result),
                Err(error) => outcome = Err(error),
            }
        }
        outcome
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn does_each_task_once() {
        let tasks: Vec<usize> = (0..100).collect();
        let mut seen = Vec::new();
        let work = |_: &mut (), task: &usize| Ok(Some(*task));
        each(3, &tasks, || (), work, |task| seen.push(task)).unwrap();
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
        assert!(each(1, &tasks, || (), work, |()| seen += 1).is_err());
        assert_eq!(seen, 3);
    }
}
