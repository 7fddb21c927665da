"""The outside world of files: scan, load, cache, watch; gives Articles and CorpusChanges."""
