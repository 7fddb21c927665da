"""Bytes to `Article`: decode, lines, blocks, turns, exchanges. Parsers are total: any bytes make an article."""
