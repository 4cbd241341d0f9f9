package dev.beckon.bench;

import java.util.Arrays;
import java.util.List;

/// What several runs gave: the median, with the least and the most.
record Spread(double median, double least, double most, int runs) {

  static Spread of(List<Double> samples) {
    return of(samples.stream().mapToDouble(Double::doubleValue).toArray());
  }

  static Spread of(double... samples) {
    if (samples.length == 0) {
      throw new IllegalArgumentException("Expected samples, but there are none.");
    }
    double[] sorted = samples.clone();
    Arrays.sort(sorted);
    return new Spread(quantile(sorted, 0.5), sorted[0], sorted[sorted.length - 1], sorted.length);
  }

  /// The median of what each sample is of the one taken beside it: what disturbs the machine for a
  /// while disturbs both.
  static double ratio(List<Double> figures, List<Double> limits) {
    double[] ratios = new double[figures.size()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = figures.get(i) / limits.get(i);
    }
    return of(ratios).median();
  }

  /// The value below which the given share of sorted samples lies.
  static double quantile(double[] sorted, double share) {
    int rank = (int) Math.ceil(share * sorted.length) - 1;
    return sorted[Math.clamp(rank, 0, sorted.length - 1)];
  }
}
