package io.tradinggym.agents.policy;

import io.tradinggym.agents.nn.Network;
import io.tradinggym.agents.nn.Workspace;
import io.tradinggym.agents.nn.kernel.Kernels;
import io.tradinggym.api.random.RandomStream;
import java.util.Arrays;

/** What actors made of a network share: looking at the rows, running the network, deciding row by row. */
abstract class NetworkActor implements Actor {
  private final PolicySpec spec;
  private final ObservationEncoder observations;
  private final Network network;
  private final float[] params;
  private final float[] seen;

  /** The network's pass over the last rows. */
  protected final Workspace work;

  /** Masks of the last rows; empty if all is allowed. */
  protected boolean[] masks = {};

  /** How many rows there were in the last call. */
  protected int rows;

  private final int maxRows;

  NetworkActor(PolicySpec spec, Network network, float[] params, int maxRows) {
    this.spec = spec;
    this.network = network;
    this.params = params;
    this.maxRows = maxRows;
    observations = spec.observations();
    work = new Workspace(network, maxRows, Kernels.fastest());
    seen = new float[observations.plain() ? 0 : maxRows * observations.inputs()];
  }

  /** Before the network looks at the rows. */
  void looking(float[] inputs, int count) {}

  /** After it did. */
  void looked(int count) {}

  /** Writes the most probable action of a row of the last pass. */
  abstract void best(int row, float[] actions);

  /** Draws the action of a row of the last pass. */
  abstract void draw(int row, RandomStream random, float[] actions);

  @Override
  public final void act(float[] given, boolean[] allowed, int count, float[] actions) {
    look(given, allowed, count, actions);
    for (int row = 0; row < count; row++) {
      best(row, actions);
    }
  }

  @Override
  public final void sample(
      float[] given, boolean[] allowed, int count, RandomStream random, float[] actions) {
    look(given, allowed, count, actions);
    for (int row = 0; row < count; row++) {
      draw(row, random, actions);
    }
  }

  private void look(float[] given, boolean[] allowed, int count, float[] actions) {
    requireRoom("masks", allowed.length == 0 ? 0 : count, allowed.length, maskSize());
    requireRoom("actions", count, actions.length, spec.actions().size());
    float[] inputs = encoded(given, count);
    looking(inputs, count);
    network.forward(work, params, 0, count, inputs, 0);
    looked(count);
    masks = allowed;
    rows = count;
  }

  private int maskSize() {
    return spec.actions().maskSize();
  }

  /** The rows as a network reads them. */
  final float[] encoded(float[] given, int count) {
    if (count > maxRows) {
      throw new IllegalArgumentException(
          "this actor was made for up to " + maxRows + " rows, was given " + count);
    }
    requireRoom("observations", count, given.length, spec.observations().space().size());
    if (observations.plain()) {
      return given;
    }
    observations.encode(given, 0, count, seen, 0);
    return seen;
  }

  private static void requireRoom(String what, int count, int length, int size) {
    if (length < count * size) {
      throw new IllegalArgumentException(
          what
              + " of "
              + count
              + " rows must have "
              + count
              + " x "
              + size
              + " entries, had "
              + length);
    }
  }

  @Override
  public void values(float[] given, int count, float[] out) {
    Arrays.fill(out, 0, count, Float.NaN);
  }
}
