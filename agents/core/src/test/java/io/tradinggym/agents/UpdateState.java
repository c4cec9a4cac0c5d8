package io.tradinggym.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.agents.nn.Network;
import io.tradinggym.agents.nn.ParameterFile;
import io.tradinggym.agents.nn.ParameterLayout;
import io.tradinggym.agents.policy.Policy;
import io.tradinggym.agents.replay.OffPolicyUpdate;
import io.tradinggym.agents.replay.ReplaySample;
import io.tradinggym.api.Resumable;
import io.tradinggym.api.Snapshots;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.LongFunction;

/** What an update keeps, by its bytes. */
public final class UpdateState {
  private UpdateState() {}

  /**
   * After a save, another update that had another seed goes on with the same bits.
   *
   * @param make an update from a seed
   * @param step what both do several times; returns figures
   */
  public static <U extends Resumable> void assertGoesOn(LongFunction<U> make, Step<? super U> step)
      throws IOException {
    U one = make.apply(1);
    for (int i = 0; i < 3; i++) {
      step.of(one);
    }
    byte[] saved = Snapshots.take(one);
    U other = make.apply(2);
    assertThat(Snapshots.take(other)).isNotEqualTo(saved);
    restore(other, saved);
    assertThat(Snapshots.take(other)).isEqualTo(saved);
    for (int i = 0; i < 3; i++) {
      assertThat(step.of(other)).as("step %d after the save", i).isEqualTo(step.of(one));
      assertThat(Snapshots.take(other)).isEqualTo(Snapshots.take(one));
    }
  }

  /**
   * An update that has learned begins again with an older policy: the policy is that one, and so is the target that
   * bootstraps, where there is one.
   *
   * @param copies of the parameters that the state holds: policy, and target
   */
  public static void assertBeginsWith(
      OffPolicyUpdate update, Policy older, ReplaySample sample, float[] params, int copies)
      throws IOException {
    for (int i = 0; i < 4; i++) {
      update.learn(sample, 0);
    }
    assertThat(held(Snapshots.take(update), params)).isZero();
    update.adopt(older);
    assertThat(held(Snapshots.take(update), params)).isEqualTo(copies);
  }

  /**
   * Both critics are drawn by themselves, and their targets are they at first and follow them by Polyak averaging.
   *
   * @param skipped bytes of the state before the critics
   * @param tau how far the targets move
   */
  public static void assertTargetsFollow(
      Resumable update, int skipped, Network critic, double tau, Runnable learn)
      throws IOException {
    float[][] before = critics(update, skipped, critic);
    int size = critic.parameters();
    assertThat(Arrays.equals(before[0], 0, size, before[0], size, 2 * size)).isFalse();
    assertThat(before[1]).isEqualTo(before[0]).isNotEqualTo(new float[2 * size]);
    learn.run();
    float[][] after = critics(update, skipped, critic);
    assertThat(after[0]).isNotEqualTo(before[0]);
    for (int i = 0; i < 2 * size; i++) {
      assertThat((double) after[1][i])
          .isCloseTo(before[0][i] + tau * (after[0][i] - before[0][i]), within(1e-6));
    }
  }

  /** Parameters of two critics, and those of their targets. */
  private static float[][] critics(Resumable update, int skipped, Network critic)
      throws IOException {
    ParameterLayout layout = ParameterLayout.builder().add("q1", critic).add("q2", critic).build();
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(Snapshots.take(update)));
    in.skipNBytes(skipped);
    float[][] both = new float[2][layout.size()];
    ParameterFile.read(in, layout, both[0]);
    ParameterFile.read(in, layout, both[1]);
    return both;
  }

  /** How often bytes hold these floats. */
  private static int held(byte[] bytes, float[] params) {
    ByteBuffer wanted = ByteBuffer.allocate(params.length * Float.BYTES);
    for (float param : params) {
      wanted.putFloat(param);
    }
    int count = 0;
    for (int at = 0; at + wanted.capacity() <= bytes.length; at++) {
      count +=
          Arrays.equals(bytes, at, at + wanted.capacity(), wanted.array(), 0, wanted.capacity())
              ? 1
              : 0;
    }
    return count;
  }

  private static void restore(Resumable update, byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    update.restore(in);
    assertThat(in.available()).as("bytes that nobody read").isZero();
  }

  /** One step of learning. */
  @FunctionalInterface
  public interface Step<U> {
    /** Figures of the step. */
    Object of(U update);
  }
}
