package io.tradinggym.experiments.bench;

import io.tradinggym.api.Batch;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;

/** A vector environment; a step of it counts as one step a lane. */
final class ManyLanes implements Workload {
  private static final int DRAWS = 16;

  private final VectorEnvironment envs;
  private final Batch batch;
  private final float[][] actions = new float[DRAWS][];
  private int at;
  private long due;

  ManyLanes(VectorEnvironment envs) {
    this.envs = envs;
    batch = envs.newBatch();
    RandomStream random = RandomStreams.of(1).stream("actions");
    int size = envs.spec().action().size();
    for (int i = 0; i < DRAWS; i++) {
      actions[i] = new float[envs.lanes() * size];
      for (int lane = 0; lane < envs.lanes(); lane++) {
        System.arraycopy(envs.spec().action().sample(random), 0, actions[i], lane * size, size);
      }
    }
    envs.reset(1, batch);
  }

  @Override
  public void run(long steps) {
    due += steps;
    for (; due > 0; due -= envs.lanes()) {
      envs.step(actions[at++ & (DRAWS - 1)], batch);
    }
  }

  @Override
  public void close() {
    envs.close();
  }
}
