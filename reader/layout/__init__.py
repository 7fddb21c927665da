"""Where text meets cells: what may be shown, how wide it is, where its lines break."""
