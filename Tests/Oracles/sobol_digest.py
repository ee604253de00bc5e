"""Digest expected by SobolDesignTests.allDimensions: FNV-1a of rows 2^j - 1, j = 1 to 20, in 1,111 dimensions.

Row 2^j - 1 is the j-th direction number of each dimension. scipy 1.17.1, stats.qmc.Sobol, unscrambled, 30 bits.
"""

from scipy.stats import qmc

digest, design, place = 14695981039346656037, qmc.Sobol(1111, scramble=False), 0
for j in range(1, 21):
    design.fast_forward(2**j - 1 - place)
    place = 2**j
    for value in design.random(1)[0]:
        digest = (digest ^ int(value * 2**30)) * 1099511628211 % 2**64
print(digest)
