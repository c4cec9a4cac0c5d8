package io.tradinggym.agents.nn.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.agents.nn.Network;
import io.tradinggym.agents.nn.Workspace;
import io.tradinggym.agents.nn.kernel.Activation;
import io.tradinggym.agents.nn.kernel.Kernels;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardedGradientTest {
  private static final Kernels KERNELS = Kernels.fastest();
  private static final Network NETWORK = Network.mlp(10, List.of(24), 3, Activation.TANH, 1);

  @ParameterizedTest
  @ValueSource(ints = {1, 127, 128, 129, 256, 1000, 5000})
  void anyNumberOfThreadsGivesTheSameBits(int rows) {
    Result one = run(rows, 1);
    for (int threads : new int[] {2, 3, 16}) {
      Result many = run(rows, threads);
      assertThat(many.gradient).as("%s threads", threads).isEqualTo(one.gradient);
      assertThat(many.loss).as("%s threads", threads).isEqualTo(one.loss);
    }
  }

  @Test
  void theShardsTogetherGiveTheGradientOfTheWholeBatch() {
    int rows = 700;
    Result sharded = run(rows, 2);
    float[] params = params();
    float[] whole = new float[params.length];
    Workspace work = new Workspace(NETWORK, rows, KERNELS);
    NETWORK.forward(work, params, 0, rows, values(rows * 10, 1), 0);
    NETWORK.backward(work, params, 0, values(rows * 3, 2), 0, whole);
    for (int i = 0; i < whole.length; i++) {
      assertThat(sharded.gradient[i]).isCloseTo(whole[i], within(1e-3f));
    }
  }

  @Test
  void aWorkspaceForManyRowsHoldsTheShardsOfFewer() {
    AtomicIntegerArray largest = new AtomicIntegerArray(1);
    try (ShardedGradient sharded = new ShardedGradient(KERNELS, 1, 0, 1)) {
      for (int rows = 1; rows < 2500; rows++) {
        sharded.accumulate(
            rows, new float[1], shard -> largest.accumulateAndGet(0, shard.rows(), Math::max));
        assertThat(ShardedGradient.shardRows(rows))
            .as("%s rows", rows)
            .isGreaterThanOrEqualTo(largest.get(0));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 128, 130, 257, 2048, 2049, 99_999})
  void everyRowIsInExactlyOneShardAndEveryShardFitsItsWorkspace(int rows) {
    AtomicIntegerArray seen = new AtomicIntegerArray(rows);
    try (ShardedGradient sharded = new ShardedGradient(KERNELS, 1, 0, 2)) {
      sharded.accumulate(
          rows,
          new float[1],
          shard -> {
            assertThat(shard.rows()).isBetween(1, ShardedGradient.shardRows(rows));
            assertThat(shard.worker()).isBetween(0, 1);
            for (int r = shard.from(); r < shard.to(); r++) {
              seen.incrementAndGet(r);
            }
          });
    }
    for (int r = 0; r < rows; r++) {
      assertThat(seen.get(r)).isEqualTo(1);
    }
  }

  @Test
  void aFailingShardFailsTheCallAndTheHelperGoesOn() {
    try (ShardedGradient sharded = new ShardedGradient(KERNELS, 1, 0, 2)) {
      assertThatThrownBy(
              () ->
                  sharded.accumulate(
                      2048,
                      new float[1],
                      shard -> {
                        throw new ArithmeticException("bad row");
                      }))
          .hasStackTraceContaining("bad row");
      float[] gradient = new float[1];
      sharded.accumulate(2048, gradient, shard -> shard.gradient()[0] = 1f);
      assertThat(gradient[0]).isEqualTo(16f);
    }
  }

  private static final class Result {
    final float[] gradient;
    final double loss;

    Result(float[] gradient, double loss) {
      this.gradient = gradient;
      this.loss = loss;
    }
  }

  private static Result run(int rows, int threads) {
    float[] params = params();
    float[] x = values(rows * 10, 1);
    float[] dy = values(rows * 3, 2);
    float[] gradient = new float[params.length];
    try (ShardedGradient sharded = new ShardedGradient(KERNELS, params.length, 1, threads)) {
      Workspace[] work = new Workspace[sharded.workers()];
      for (int i = 0; i < work.length; i++) {
        work[i] = new Workspace(NETWORK, ShardedGradient.shardRows(rows), KERNELS);
      }
      double[] sums =
          sharded.accumulate(
              rows,
              gradient,
              shard -> {
                Workspace w = work[shard.worker()];
                NETWORK.forward(w, params, 0, shard.rows(), x, shard.from() * 10);
                NETWORK.backward(w, params, 0, dy, shard.from() * 3, shard.gradient());
                for (int i = 0; i < shard.rows() * 3; i++) {
                  shard.sums()[0] += w.output()[i] * dy[shard.from() * 3 + i];
                }
              });
      return new Result(gradient, sums[0]);
    }
  }

  private static float[] params() {
    float[] params = new float[NETWORK.parameters()];
    NETWORK.initialise(params, 0, new Random(8)::nextGaussian);
    return params;
  }

  private static float[] values(int n, long seed) {
    Random random = new Random(seed);
    float[] x = new float[n];
    for (int i = 0; i < n; i++) {
      x[i] = (float) random.nextGaussian();
    }
    return x;
  }
}
