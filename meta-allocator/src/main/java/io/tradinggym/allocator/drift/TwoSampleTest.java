package io.tradinggym.allocator.drift;

/** Are two samples of one law? */
public interface TwoSampleTest {
  /** How far the samples are apart; larger is farther. */
  double statistic(double[] reference, double[] sample);

  /** The chance of a statistic at least so large if both samples are independent draws of one continuous law. */
  double pValue(double[] reference, double[] sample);
}
