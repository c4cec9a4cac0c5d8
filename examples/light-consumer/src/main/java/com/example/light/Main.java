package com.example.light;

import io.tradinggym.api.AutoReset;
import io.tradinggym.api.Batch;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import java.util.List;

/** Steps a hundred poles at once, then says which modules the JVM holds. */
public final class Main {
  private static final int LANES = 100;

  private Main() {}

  /** Runs it. */
  public static void main(String[] args) {
    System.out.printf("%.1f steps on average until a pole falls%n", (double) LANES * 1_000 / falls(1_000));
    List<String> modules = ModuleLayer.boot().modules().stream().map(Module::getName).sorted().toList();
    System.out.println("modules of this JVM: " + modules);
    if (!modules.stream().allMatch(name -> name.matches("io\\.tradinggym\\.api|java\\..*|jdk\\..*"))) {
      throw new IllegalStateException("something came along with trading-gym-api");
    }
  }

  private static int falls(int steps) {
    int falls = 0;
    try (VectorEnvironment envs =
        Gym.vector("CartPole-v1").lanes(LANES).autoReset(AutoReset.SAME_STEP).make()) {
      RandomStream random = RandomStreams.of(1).stream("actions");
      Batch batch = envs.newBatch();
      envs.reset(1, batch);
      float[] actions = new float[LANES];
      for (int t = 0; t < steps; t++) {
        for (int lane = 0; lane < LANES; lane++) {
          envs.actionSpace().sample(random, batch.masks, 0, actions, lane);
        }
        envs.step(actions, batch);
        for (int lane = 0; lane < LANES; lane++) {
          falls += batch.ends[lane] == 0 ? 0 : 1;
        }
      }
    }
    return falls;
  }
}
