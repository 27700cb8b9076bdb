"""Documents of families T1 to T7 that were written without a look at the grammar packs."""
