package io.tradinggym.testkit;

import io.tradinggym.api.AutoReset;
import io.tradinggym.api.Batch;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** Everything a lane said, bit for bit, so that two runs can be compared. */
final class Trace {
  private final List<float[]> observations = new ArrayList<>();
  private final List<double[]> numbers = new ArrayList<>();

  /** One lane's rewards, ends, masks and infos of random allowed actions, lane by lane. */
  static List<Trace> of(
      Supplier<EnvironmentLogic> maker, long seed, int lanes, int threads, int steps) {
    try (VectorEnvironment env = Gym.vector(maker, lanes, threads, AutoReset.NEXT_STEP)) {
      Batch batch = env.newBatch();
      List<Trace> traces = new ArrayList<>();
      RandomStream[] random = new RandomStream[lanes];
      for (int lane = 0; lane < lanes; lane++) {
        traces.add(new Trace());
        random[lane] = RandomStreams.of(seed).stream("actions", lane);
      }
      env.reset(seed, batch);
      int size = env.actionSpace().size();
      float[] actions = new float[lanes * size];
      for (int t = 0; ; t++) {
        for (int lane = 0; lane < lanes; lane++) {
          traces.get(lane).add(batch, lane);
          env.actionSpace()
              .sample(random[lane], batch.masks, lane * batch.maskSize, actions, lane * size);
        }
        if (t == steps) {
          return traces;
        }
        env.step(actions, batch);
      }
    }
  }

  void add(Batch batch, int lane) {
    observations.add(batch.observation(lane));
    double[] all = new double[2 + batch.infoSize + batch.maskSize];
    all[0] = batch.rewards[lane];
    all[1] = batch.ends[lane];
    System.arraycopy(batch.infos, lane * batch.infoSize, all, 2, batch.infoSize);
    for (int i = 0; i < batch.maskSize; i++) {
      all[2 + batch.infoSize + i] = batch.masks[lane * batch.maskSize + i] ? 1 : 0;
    }
    numbers.add(all);
  }

  /** The first step in which two traces differ, -1 if they are the same. */
  int firstDifference(Trace other) {
    for (int t = 0; t < Math.max(numbers.size(), other.numbers.size()); t++) {
      if (t >= numbers.size()
          || t >= other.numbers.size()
          || !Arrays.equals(numbers.get(t), other.numbers.get(t))
          || !Arrays.equals(observations.get(t), other.observations.get(t))) {
        return t;
      }
    }
    return -1;
  }
}
