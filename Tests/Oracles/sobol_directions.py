"""Writes the packed direction numbers in Sources/Statistics/Designs/JoeKuoDirections.swift.

From the copy of Joe and Kuo's new-joe-kuo-6.21201 that scipy ships (scipy 1.17.1, numpy 2.4.6). Dimensions 1 to
1110 (0 is van der Corput's): first the inner coefficients of the primitive polynomial of degree s (s - 1 bits,
highest power first), then (m - 1) / 2 of the initial numbers m_2 .. m_s (i - 1 bits each). Six bits a character.
Prints the literal's lines; run from anywhere.
"""

import os

import numpy as np
import scipy.stats

LAST = 1110
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

table = np.load(os.path.join(os.path.dirname(scipy.stats.__file__), "_sobol_direction_numbers.npz"))
bits, degrees = "", []
for d in range(1, LAST + 1):
    polynomial, initial = int(table["poly"][d]), [int(m) for m in table["vinit"][d]]
    s = polynomial.bit_length() - 1
    degrees.append(s)
    assert polynomial & 1 and initial[0] == 1
    if s > 1:
        bits += format((polynomial >> 1) & (2 ** (s - 1) - 1), f"0{s - 1}b")
    for i in range(2, s + 1):
        assert initial[i - 1] & 1 and initial[i - 1] < 2**i
        bits += format(initial[i - 1] >> 1, f"0{i - 1}b")
assert degrees == sorted(degrees)
print([degrees.count(s) for s in range(1, max(degrees) + 1)])
bits += "0" * (-len(bits) % 6)
text = "".join(ALPHABET[int(bits[i : i + 6], 2)] for i in range(0, len(bits), 6))
for i in range(0, len(text), 96):
    print("  " + text[i : i + 96])
