package io.tradinggym.agents.replay;

import io.tradinggym.api.Resumable;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * What the market looked like at each slot of a replay: chosen numbers of the observations, smoothed along the lane.
 * Distances are in deviations of all observations so far, so that nothing is fitted on what is to come.
 */
final class Fingerprints implements Resumable {
  private final int[] columns;
  private final float newest;
  private final float[] prints;

  // What is looked for, and one over the deviations of the columns.
  private final float[] wanted;
  private final float[] scales;

  // Running mean and sum of squares of every number of the observations (Welford).
  private final double[] means;
  private final double[] squares;
  private long count;

  Fingerprints(int[] columns, int smoothing, int slots, int inputs) {
    this.columns = columns;
    newest = 2f / (1 + smoothing);
    prints = new float[Math.multiplyExact(slots, columns.length)];
    wanted = new float[columns.length];
    scales = new float[columns.length];
    means = new double[inputs];
    squares = new double[inputs];
  }

  /**
   * Takes an observation in.
   *
   * @param before slot of the observation before it in the same episode, -1 for none
   */
  void add(int slot, int before, float[] observation) {
    count++;
    for (int i = 0; i < means.length; i++) {
      double from = observation[i] - means[i];
      means[i] += from / count;
      squares[i] += from * (observation[i] - means[i]);
    }
    for (int i = 0; i < columns.length; i++) {
      float now = observation[columns[i]];
      float then = before < 0 ? now : prints[before * columns.length + i];
      prints[slot * columns.length + i] = then + newest * (now - then);
    }
  }

  /** Brings an observation to mean 0 and deviation 1 in place; what never moved is 0. */
  void standardise(float[] observation, int at) {
    for (int i = 0; i < means.length; i++) {
      double deviation = deviation(i);
      observation[at + i] =
          deviation > 0 ? (float) ((observation[at + i] - means[i]) / deviation) : 0;
    }
  }

  private double deviation(int input) {
    return Math.sqrt(squares[input] / count);
  }

  /**
   * Finds the slots nearest to one.
   *
   * @param heap scratch; its length is how many are wanted
   * @param found where the slots are written, nearest first, equal ones by slot
   * @return how many there are
   */
  int nearest(Replay replay, int slot, long[] heap, int[] found) {
    int width = columns.length;
    for (int i = 0; i < width; i++) {
      double deviation = deviation(columns[i]);
      scales[i] = deviation > 0 ? (float) (1 / deviation) : 0;
      wanted[i] = prints[slot * width + i];
    }
    int size = 0;
    for (int other = 0; other < replay.slots(); other++) {
      if (replay.holds(other)) {
        float square = 0;
        for (int i = 0; i < width; i++) {
          float away = (prints[other * width + i] - wanted[i]) * scales[i];
          square += away * away;
        }
        // Squares are not negative: their bits are ordered as they are.
        long key = (long) Float.floatToIntBits(square) << Integer.SIZE | other;
        if (size < heap.length) {
          heap[size++] = key;
          if (size == heap.length) {
            heapify(heap);
          }
        } else if (key < heap[0]) {
          sink(heap, 0, key);
        }
      }
    }
    Arrays.sort(heap, 0, size);
    for (int i = 0; i < size; i++) {
      found[i] = (int) heap[i];
    }
    return size;
  }

  private static void heapify(long[] heap) {
    for (int i = heap.length / 2 - 1; i >= 0; i--) {
      sink(heap, i, heap[i]);
    }
  }

  private static void sink(long[] heap, int from, long key) {
    int at = from;
    while (2 * at + 1 < heap.length) {
      int child = 2 * at + 1;
      child += child + 1 < heap.length && heap[child + 1] > heap[child] ? 1 : 0;
      if (heap[child] <= key) {
        break;
      }
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = key;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeLong(count);
    for (int i = 0; i < means.length; i++) {
      out.writeDouble(means[i]);
      out.writeDouble(squares[i]);
    }
    for (float value : prints) {
      out.writeFloat(value);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    count = in.readLong();
    for (int i = 0; i < means.length; i++) {
      means[i] = in.readDouble();
      squares[i] = in.readDouble();
    }
    for (int i = 0; i < prints.length; i++) {
      prints[i] = in.readFloat();
    }
  }
}
