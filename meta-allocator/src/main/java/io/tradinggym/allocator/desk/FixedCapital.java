package io.tradinggym.allocator.desk;

/** The same shares always. */
record FixedCapital(String name, double... each) implements CapitalRule {
  @Override
  public void begin() {}

  @Override
  public void shares(double[] regimes, double[] returns, double[] out) {
    System.arraycopy(each, 0, out, 0, out.length);
  }
}
