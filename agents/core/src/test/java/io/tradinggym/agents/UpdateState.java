package io.tradinggym.agents;

import static org.assertj.core.api.Assertions.assertThat;

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
