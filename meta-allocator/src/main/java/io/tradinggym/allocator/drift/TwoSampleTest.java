package io.tradinggym.allocator.drift;

/** Are two samples of one law? */
public interface TwoSampleTest {
  /**
   * {@return how far the samples are apart; larger is farther}
   *
   * @param reference the mean shift that matters, or the sample compared with
   * @param sample the newer values
   */
  double statistic(double[] reference, double[] sample);

  /**
   * {@return the chance of a statistic at least so large if both samples are independent draws of one continuous law}
   *
   * @param reference the mean shift that matters, or the sample compared with
   * @param sample the newer values
   */
  double pValue(double[] reference, double[] sample);
}
