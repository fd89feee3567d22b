"""Writes statistics.jsonl: figures of independent implementations, for test/derive.

    pip install scipy==1.17.1 statsmodels==0.15.0 krippendorff==0.9.0
    python3 test/vectors/make-statistics.py

The first line names the implementations; each other line is a row of the table `of`. What the
figures come from:
- binomial: scipy.stats.binom (pmf, sf, cdf).
- criticalCounts: scipy.stats.binom, searched count by count.
- clopperPearson, wilson: statsmodels proportion_confint, methods beta (at twice alpha, since our
  bounds are one-sided) and wilson (two-sided 95 %).
- clusters: variance from a statsmodels regression on a constant alone, errors clustered, which is
  G/(G-1) times the sum of squared residual sums over n squared; the decision by fractions of whole
  numbers from the rule as docs/architecture.md words it. Clusters are
  [times, n, k, invalid].
- strata: numpy, from the definition.
- roganGladen: the derivatives by complex steps instead of formulas; the interval from the paper of
  Lang and Reiczigel (2014).
- mcnemar: statsmodels mcnemar(exact=True) and scipy.stats.binomtest.
- multiplicity: statsmodels multipletests, holm and fdr_bh.
- signFlip: scipy.stats.permutation_test over all assignments.
- power, twoStage: sums over scipy.stats.binom; every path of the two looks is walked.
- spotCheck: scipy.stats.binom, hypergeom and fisher_exact.
- kappa: statsmodels cohens_kappa. alpha: krippendorff.alpha, nominal.
"""

import json
import math
import pathlib
import random
from collections import Counter
from fractions import Fraction
from importlib.metadata import version

import krippendorff
import numpy as np
import statsmodels.api as sm
from scipy.stats import binom, binomtest, fisher_exact, hypergeom, permutation_test
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.inter_rater import cohens_kappa
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportion_confint

RANDOM = random.Random(20261123)


# One case at a limit of 0.95 fails with a probability of 0.05 exactly; floats have a little more.
TIE = 1 + 1e-12


def fewest_lucky(n, limit, alpha):
    for k in range(n + 1):
        if binom.sf(k - 1, n, limit) <= alpha * TIE:
            return k
    return None


def most_unlucky(n, limit, alpha):
    for k in range(n, -1, -1):
        if binom.cdf(k, n, limit) <= alpha * TIE:
            return k
    return None


def critical(n, kind, limit, alpha):
    passing = fewest_lucky(n, limit, alpha)
    if kind == "three-way":
        return passing, most_unlucky(n, limit, alpha)
    if passing is None:
        return None, n
    return passing, None if passing == 0 else passing - 1


def binomial_rows():
    rows = []
    for n in (1, 2, 7, 15, 16, 40, 200, 1000, 20000):
        for p in (0.001, 0.3, 0.5, 0.95, 0.999):
            for k in sorted({0, n, round(n * p), max(0, round(n * p) - 3), min(n, round(n * p) + 2)}):
                rows.append(
                    {
                        **{"n": n, "k": k, "p": p, "pmf": float(binom.pmf(k, n, p))},
                        **{"atLeast": float(binom.sf(k - 1, n, p)), "atMost": float(binom.cdf(k, n, p))},
                    }
                )
    return rows


def critical_rows():
    return [
        {"n": n, "limit": limit, "alpha": alpha, "pass": passing, "fail": failing}
        for n in (1, 5, 30, 59, 100, 237, 1000)
        for limit in ("0.5", "0.85", "0.95", "0.99")
        for alpha in ("0.01", "0.05")
        for passing, failing in [critical(n, "three-way", float(limit), float(alpha))]
    ]


def interval_rows():
    rows = []
    for k, n in ((0, 20), (1, 20), (19, 20), (20, 20), (970, 1000), (3, 7), (1994, 2000)):
        for alpha in (0.01, 0.025, 0.05):
            lower, upper = proportion_confint(k, n, alpha=2 * alpha, method="beta")
            rows.append({"k": k, "n": n, "alpha": alpha, "lower": float(lower), "upper": float(upper)})
    return rows


def wilson_rows():
    rows = []
    for k, n in ((0, 20), (5, 20), (20, 20), (970, 1000), (36.75, 49)):
        lower, upper = proportion_confint(k, n, alpha=0.05, method="wilson")
        rows.append({"k": k, "n": n, "lower": float(lower), "upper": float(upper)})
    return rows


def effective(clusters):
    """n_eff and k/n exactly, from residuals of single cases."""
    n = sum(size for size, _ in clusters)
    k = sum(passing for _, passing in clusters)
    count = len(clusters)
    if all(size == 1 for size, _ in clusters):
        return n, k, n
    share = Fraction(k, n)
    total = Fraction(0)
    for size, passing in clusters:
        total += sum([1 - share] * passing + [-share] * (size - passing), Fraction(0)) ** 2
    if total == 0:
        return n, k, count
    variance = Fraction(count, count - 1) * total / n**2
    size = math.floor(share * (1 - share) / variance)
    return n, k, min(size, n if count >= 30 else count)


def cluster_decision(clusters, invalid, kind, limit, alpha):
    n, k, size = effective(clusters)
    best = [(m, passing + bad) for (m, passing), bad in zip(clusters, invalid)]
    _, best_k, best_size = effective(best)
    low = k * size // n
    high = best_k * best_size // n if kind == "guarded" else -(-best_k * best_size // n)
    passing, _ = critical(size, kind, float(limit), float(alpha))
    _, failing = critical(best_size, kind, float(limit), float(alpha))
    whole = critical(len(clusters), kind, float(limit), float(alpha))
    if kind == "guarded" and whole[0] is None:
        whole = (None, None)
    conforming = whole[0] is not None and passing is not None and low >= passing
    nonconforming = whole[1] is not None and failing is not None and high <= failing
    return {
        **{"effectiveN": size, "effectiveK": low, "criticalK": passing},
        **{"effectiveFailN": best_size, "effectiveFailK": high, "criticalFailK": failing},
        **{"conforming": conforming, "nonconforming": nonconforming},
    }


def cluster_variance(clusters):
    if len(clusters) == 1:
        return None
    cases = [1.0 if i < k else 0.0 for n, k in clusters for i in range(n)]
    groups = [g for g, (n, _) in enumerate(clusters) for _ in range(n)]
    if len(set(cases)) == 1:
        return 0.0
    fit = sm.OLS(np.array(cases), np.ones(len(cases))).fit(
        cov_type="cluster", cov_kwds={"groups": np.array(groups)}
    )
    return float(fit.cov_params()[0][0])


def drawn_clusters(count, sizes, share, like):
    """Clusters that pass or fail as a whole with probability `like`, else case by case."""
    clusters = []
    for _ in range(count):
        n = RANDOM.choice(sizes)
        if RANDOM.random() < like:
            clusters.append((n, n if RANDOM.random() < share else 0))
        else:
            clusters.append((n, sum(RANDOM.random() < share for _ in range(n))))
    return clusters


def counted(clusters):
    return [[times, *cluster] for cluster, times in sorted(Counter(clusters).items())]


def cluster_rows():
    rows = []
    shapes = [
        [(5, 5)],
        [(5, 3)],
        [(1, 1), (1, 0), (1, 1)],
        [(2, 1)] * 40,
        [(4, 4)] * 60,
        [(3, 0)] * 35,
        [(5, 5)] * 30 + [(5, 0)] * 10,
        [(99, 0), (1, 1)],
        [(5, 5)] * 64 + [(5, 4)],
    ]
    for count, sizes, share, like in (
        (12, [2, 3], 0.8, 0.5),
        (29, [4], 0.9, 0.3),
        (30, [4], 0.9, 0.3),
        (40, [5], 0.95, 0.2),
        (60, [1, 2, 8], 0.9, 0.6),
        (80, [5], 0.97, 0.3),
        (100, [5], 0.7, 0.3),
        (150, [2, 4], 0.99, 0.5),
        (200, [3], 0.92, 0.0),
    ):
        shapes += [drawn_clusters(count, sizes, share, like) for _ in range(3)]
    for clusters in shapes:
        for kind, limit in (("three-way", "0.9"), ("guarded", "0.75"), ("three-way", "0.97")):
            for rate in (0, 0.03):
                invalid = [int(k < n and RANDOM.random() < rate * n) for n, k in clusters]
                rows.append(
                    {
                        "clusters": counted((n, k, bad) for (n, k), bad in zip(clusters, invalid)),
                        **{"kind": kind, "limit": limit, "alpha": "0.05"},
                        "variance": cluster_variance(clusters),
                        **cluster_decision(clusters, invalid, kind, limit, "0.05"),
                    }
                )
    return rows


def strata_rows():
    rows = []
    for strata in (
        [("0.5", 100, 90, 1000), ("0.5", 50, 40, 500)],
        [("0.2", 30, 30, 60), ("0.3", 60, 51, 61), ("0.5", 200, 150, 5000)],
        [("1", 300, 279, 300)],
    ):
        w = np.array([float(weight) for weight, *_ in strata])
        n = np.array([n for _, n, _, _ in strata], dtype=float)
        p = np.array([k for _, _, k, _ in strata]) / n
        total = np.array([population for *_, population in strata], dtype=float)
        each = w**2 * p * (1 - p) / n
        share = float((w * p).sum())
        variance = float(each.sum())
        rows.append(
            {
                "strata": strata,
                **{"share": share, "variance": variance},
                "finiteVariance": float((each * (1 - n / total)).sum()),
                # Half a millionth is more than the rounding of a float and less than any step.
                "effectiveN": min(int(n.sum()), math.floor(share * (1 - share) / variance + 5e-7)),
            }
        )
    return rows


def rogan_gladen_rows():
    def corrected(q, se, sp):
        return (q + sp - 1) / (se + sp - 1)

    def slope(at, values):
        values = [value + 1e-30j if i == at else value for i, value in enumerate(values)]
        return corrected(*values).imag / 1e-30

    rows = []
    z = 1.959963984540054
    for judged, sensitivity, specificity in (
        ((930, 1000), (190, 200), (90, 100)),
        ((150, 300), (80, 100), (95, 100)),
        ((290, 300), (100, 100), (50, 50)),
        ((40, 400), (60, 80), (110, 120)),
        ((10, 300), (9, 10), (8, 10)),
    ):
        shares = [k / n for k, n in (judged, sensitivity, specificity)]
        sizes = [n for _, n in (judged, sensitivity, specificity)]
        variance = sum(
            slope(i, shares) ** 2 * shares[i] * (1 - shares[i]) / sizes[i] for i in range(3)
        )
        (k, n), (k_se, n_se), (k_sp, n_sp) = judged, sensitivity, specificity
        q, se, sp = (k + z * z / 2) / (n + z * z), (k_se + 1) / (n_se + 2), (k_sp + 1) / (n_sp + 2)
        u, v, w = q * (1 - q) / (n + z * z), se * (1 - se) / (n_se + 2), sp * (1 - sp) / (n_sp + 2)
        p = corrected(q, se, sp)
        shift = 2 * z * z * (p * v - (1 - p) * w)
        half = z * math.sqrt(u + p * p * v + (1 - p) ** 2 * w) / (se + sp - 1)
        cut = lambda share: min(1.0, max(0.0, share))
        rows.append(
            {
                **{"judged": judged, "sensitivity": sensitivity, "specificity": specificity},
                **{"share": cut(corrected(*shares)), "standardError": math.sqrt(variance)},
                **{"lower": cut(p + shift - half), "upper": cut(p + shift + half)},
            }
        )
    return rows


def mcnemar_rows():
    rows = []
    for lost, gained in ((0, 0), (5, 0), (8, 1), (15, 5), (20, 10), (30, 18), (3, 9), (120, 80)):
        both = mcnemar([[0, lost], [gained, 0]], exact=True).pvalue if lost + gained else 1.0
        one = binomtest(lost, lost + gained, 0.5, "greater").pvalue if lost + gained else 1.0
        rows.append({"lost": lost, "gained": gained, "oneSided": float(one), "twoSided": float(both)})
    return rows


def multiplicity_rows():
    rows = []
    for values in (
        ["0.01", "0.04", "0.03"],
        ["0.001", "0.2", "0.04", "0.04", "0.9", "1", "0.0005"],
        ["0.5"],
        [f"{RANDOM.random() ** 3:.6f}" for _ in range(30)],
    ):
        numbers = [float(value) for value in values]
        rows.append(
            {
                "values": values,
                "holm": multipletests(numbers, method="holm")[1].tolist(),
                "benjaminiHochberg": multipletests(numbers, method="fdr_bh")[1].tolist(),
            }
        )
    return rows


def sign_flip_rows():
    rows = []
    for differences in (
        [5, 3, 2, -1],
        [1, 1, 1, -1, 0, 0, 1],
        [4, -2, 3, 3, -1, 2, 0, 5, -3, 1],
        [-6, 2, 1, -1, 1],
        [2] * 7 + [-3] * 4,
    ):
        p = [
            permutation_test(
                (np.array(differences, dtype=float),),
                lambda x, axis: np.sum(x, axis=axis),
                permutation_type="samples",
                n_resamples=np.inf,
                alternative=alternative,
            ).pvalue
            for alternative in ("greater", "two-sided")
        ]
        rows.append({"differences": differences, "oneSided": float(p[0]), "twoSided": float(p[1])})
    return rows


def power_rows():
    rows = []
    for limit, share, power in (
        ("0.90", 0.93, 0.8),
        ("0.90", 0.95, 0.9),
        ("0.95", 0.98, 0.8),
        ("0.80", 0.9, 0.9),
    ):
        for n in range(1, 2000):
            passing = fewest_lucky_fast(n, float(limit), 0.05)
            if passing <= n and binom.sf(passing - 1, n, share) >= power:
                break
        _, failing = critical(n, "three-way", float(limit), 0.05)
        rows.append(
            {
                **{"limit": limit, "share": share, "power": power, "smallestN": n},
                "conforming": float(binom.sf(passing - 1, n, share)),
                "nonconforming": float(binom.cdf(failing, n, share)),
            }
        )
    return rows


def fewest_lucky_fast(n, limit, alpha):
    counts = np.arange(n + 2)
    return int(counts[binom.sf(counts - 1, n, limit) <= alpha * TIE][0])


def two_stage_rows():
    rows = []
    for first, total, limit, share in (
        (100, 200, "0.9", 0.9),
        (100, 200, "0.9", 0.95),
        (60, 150, "0.8", 0.75),
        (20, 60, "0.95", 0.97),
    ):
        passing, failing = critical(first, "three-way", float(limit), 0.025)
        late_pass, late_fail = critical(total, "three-way", float(limit), 0.025)
        conforming = nonconforming = extended = 0.0
        for k in range(first + 1):
            p = float(binom.pmf(k, first, share))
            if passing is not None and k >= passing:
                conforming += p
                continue
            if failing is not None and k <= failing:
                nonconforming += p
                continue
            extended += p
            for more in range(total - first + 1):
                both = p * float(binom.pmf(more, total - first, share))
                if late_pass is not None and k + more >= late_pass:
                    conforming += both
                elif late_fail is not None and k + more <= late_fail:
                    nonconforming += both
        rows.append(
            {
                **{"first": first, "total": total, "limit": limit, "share": share},
                "critical": [passing, failing, late_pass, late_fail],
                **{"conforming": conforming, "nonconforming": nonconforming},
                **{"extended": extended, "expectedN": first + extended * (total - first)},
            }
        )
    return rows


def spot_check_rows():
    rows = []
    for kind, n, k, m, passes in (
        ("share", 100, 97, 100, 91),
        ("share", 100, 97, 200, 187),
        ("share", 10, 9, 30, 30),
        ("run", 1000, 970, 200, 187),
        ("run", 300, 285, 50, 44),
        ("sample", 1000, 970, 200, 187),
        ("sample", 60, 58, 40, 33),
    ):
        rows.append(
            {
                **{"kind": kind, "n": n, "k": k, "m": m, "passes": passes},
                **{"p": spot_check(kind, n, k, m, passes), "truth": 0.9},
                **dict(zip(("limit", "power"), spot_check_power(kind, n, k, m, 0.9))),
            }
        )
    return rows


def spot_check(kind, n, k, m, passes):
    if kind == "share":
        return float(binom.cdf(passes, m, k / n))
    if kind == "run":
        return float(hypergeom.cdf(passes, n, k, m))
    return float(fisher_exact([[passes, m - passes], [k, n - k]], alternative="less").pvalue)


def spot_check_power(kind, n, k, m, truth):
    limits = [x for x in range(m + 1) if spot_check(kind, n, k, m, x) <= 0.01]
    if not limits:
        return None, 0.0
    limit = limits[-1]
    if kind == "run":
        return limit, float(hypergeom.cdf(limit, n, math.floor(n * truth), m))
    return limit, float(binom.cdf(limit, m, truth))


def kappa_rows():
    rows = []
    for table in ([[20, 5], [10, 15]], [[88, 14, 18], [10, 40, 10], [2, 6, 12]], [[30, 0], [0, 12]]):
        found = cohens_kappa(np.array(table))
        rows.append({"table": table, "kappa": float(found.kappa), "standardError": float(found.std_kappa)})
    return rows


def alpha_rows():
    rows = []
    for ratings in (
        [["1", "1"], ["2", "2"], ["3", "3"], ["3", "3"], ["2", "2"], ["1", "2"], ["4", "4"], ["1", "1"], ["2", "2"], ["5"]],
        [["a", "a", "b"], ["a"], ["b", "b"], ["c", "b", "b", "b"], ["a", "c"], ["a", "a", "a"]],
        [["x", "y"], ["y", "x"], ["x", "x"]],
    ):
        names = sorted({name for case in ratings for name in case})
        counts = np.array([[case.count(name) for name in names] for case in ratings if len(case) > 1])
        found = krippendorff.alpha(value_counts=counts, level_of_measurement="nominal")
        rows.append({"cases": ratings, "alpha": float(found)})
    return rows


def main():
    tables = {
        "binomial": binomial_rows(),
        "criticalCounts": critical_rows(),
        "clopperPearson": interval_rows(),
        "wilson": wilson_rows(),
        "clusters": cluster_rows(),
        "strata": strata_rows(),
        "roganGladen": rogan_gladen_rows(),
        "mcnemar": mcnemar_rows(),
        "multiplicity": multiplicity_rows(),
        "signFlip": sign_flip_rows(),
        "power": power_rows(),
        "twoStage": two_stage_rows(),
        "spotCheck": spot_check_rows(),
        "kappa": kappa_rows(),
        "alpha": alpha_rows(),
    }
    used = ("numpy", "scipy", "statsmodels", "krippendorff")
    head = {"made": "make-statistics.py", "implementations": {name: version(name) for name in used}}
    rows = [{"of": name, **row} for name, table in tables.items() for row in table]
    file = pathlib.Path(__file__).with_name("statistics.jsonl")
    file.write_text("".join(json.dumps(row) + "\n" for row in [head, *rows]), encoding="utf-8")


if __name__ == "__main__":
    main()
