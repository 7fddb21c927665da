"""Query to Hits: the filter language, the index, the ranking, and what matched."""
