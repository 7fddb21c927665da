"""What speaks for a text being questions and answers, one module for each kind of evidence.

None of these decides anything: they measure, and `reader.formats.exchanges` weighs what they found.
"""
