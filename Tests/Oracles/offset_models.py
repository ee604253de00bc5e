"""Figures of GeneralisedLinearModelTests.offsets: statsmodels 0.15.0, numpy 2.4.6, Python 3.11.

Dobson's counts with the logarithms of 1 to 9 as offsets: Poisson, negative binomial of size 3, gaussian.
"""

import numpy as np
import statsmodels.api as sm

counts = np.array([18, 17, 15, 20, 10, 20, 25, 13, 12.0])
design = np.array([[1, o == 2, o == 3, t == 2, t == 3] for t in (1, 2, 3) for o in (1, 2, 3)], float)
for family in (
    sm.families.Poisson(),
    sm.families.NegativeBinomial(alpha=1 / 3),
    sm.families.Gaussian(),
):
    fit = sm.GLM(counts, design, family=family, offset=np.log(np.arange(1, 10))).fit(tol=1e-15)
    print([float(f"{v:.12g}") for v in fit.params], [float(f"{v:.12g}") for v in fit.bse])
    print(f"{fit.deviance:.12g} {fit.llf:.12g}")
