package io.tradinggym.agents.replay;

/** Floats in an array. */
final class ArrayStore implements FloatStore {
  private final float[] values;

  ArrayStore(int size) {
    values = new float[size];
  }

  @Override
  public void put(float[] from, int at, int count, long to) {
    System.arraycopy(from, at, values, (int) to, count);
  }

  @Override
  public void get(long from, int count, float[] to, int at) {
    System.arraycopy(values, (int) from, to, at, count);
  }

  @Override
  public void close() {}
}
