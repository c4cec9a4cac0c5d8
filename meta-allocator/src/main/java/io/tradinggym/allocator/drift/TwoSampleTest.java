package io.tradinggym.allocator.drift;

/** Are two samples of one law? */
public interface TwoSampleTest {
  /**
   * {@return how far the samples are apart, in the test's own unit; larger is farther}
   *
   * @param reference the sample that is compared with, finite numbers
   * @param sample the newer sample, finite numbers
   */
  double statistic(double[] reference, double[] sample);

  /**
   * {@return the chance of a statistic at least so large if both samples are independent draws of one continuous law}
   *
   * @param reference the sample that is compared with, finite numbers
   * @param sample the newer sample, finite numbers
   */
  double pValue(double[] reference, double[] sample);
}
