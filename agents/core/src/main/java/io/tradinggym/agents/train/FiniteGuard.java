package io.tradinggym.agents.train;

import io.tradinggym.api.Batch;
import io.tradinggym.api.VectorEnvironment;
import java.util.Locale;

/**
 * Refuses rewards and observations that no network can learn from, where they come in: one NaN would otherwise be in
 * every parameter an update later. What the sums of an update then still meet is the work of {@link
 * io.tradinggym.agents.nn.optimizer.Descent}.
 */
public final class FiniteGuard {
  private final String id;

  /**
   * For the batches of these environments.
   *
   * @param envs whose batches are checked
   */
  public FiniteGuard(VectorEnvironment envs) {
    id = envs.spec().id();
  }

  /**
   * Returns if every reward and observation is a finite float.
   *
   * @param batch what a reset or step filled
   * @param steps environment steps of the training so far, over all lanes, this batch included
   * @throws ArithmeticException naming environment, lane, step, element and value
   */
  public void check(Batch batch, long steps) {
    double rewards = 0;
    for (double reward : batch.rewards) {
      rewards += 0 * (float) reward;
    }
    // 0 x value is 0 for every finite value, and NaN for any other.
    if (rewards != 0 || !finite(batch.observations) || !finite(batch.finalObservations)) {
      name(batch, steps);
    }
  }

  /** Four sums, so that additions need not wait for one another. */
  private static boolean finite(float[] values) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    int i = 0;
    for (; i + 3 < values.length; i += 4) {
      a += 0 * values[i];
      b += 0 * values[i + 1];
      c += 0 * values[i + 2];
      d += 0 * values[i + 3];
    }
    for (; i < values.length; i++) {
      a += 0 * values[i];
    }
    return a + b + c + d == 0;
  }

  private void name(Batch batch, long steps) {
    for (int lane = 0; lane < batch.lanes; lane++) {
      if (!Float.isFinite((float) batch.rewards[lane])) {
        throw refuse("reward", lane, steps, batch.rewards[lane]);
      }
      for (int i = 0; i < batch.observationSize; i++) {
        int at = lane * batch.observationSize + i;
        if (!Float.isFinite(batch.observations[at])) {
          throw refuse("observation[" + i + "]", lane, steps, batch.observations[at]);
        }
        if (at < batch.finalObservations.length && !Float.isFinite(batch.finalObservations[at])) {
          throw refuse("last observation[" + i + "]", lane, steps, batch.finalObservations[at]);
        }
      }
    }
  }

  private ArithmeticException refuse(String what, int lane, long steps, double value) {
    return new ArithmeticException(
        String.format(
            Locale.ROOT,
            "%s: %s of lane %d at environment step %d is %s; learning needs finite floats",
            id,
            what,
            lane,
            steps,
            value));
  }
}
