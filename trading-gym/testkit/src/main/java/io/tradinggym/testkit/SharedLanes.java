package io.tradinggym.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.api.AutoReset;
import io.tradinggym.api.Batch;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Gym;
import io.tradinggym.api.LaneState;
import io.tradinggym.api.Resumable;
import io.tradinggym.api.Snapshots;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.api.wrapper.LogicWrapper;
import java.util.function.Supplier;

/**
 * Plays lanes that share one logic against lanes that have one each. Both are given the same actions; single lanes are
 * reset on the way, everything is saved, forked and restored, and lanes are taken out while others go on.
 */
final class SharedLanes implements AutoCloseable {
  private static final int RESETS = 7;

  private final int lanes;
  private final VectorEnvironment own;
  private final Batch ofOwn;
  private final RandomStream random = RandomStreams.of(5).stream("shared lanes");
  private final float[] actions;
  private final boolean[] marked;
  private VectorEnvironment shared;
  private Batch ofShared;

  /** A law that serves one lane, whatever it is around. */
  private static final class Alone extends LogicWrapper {
    Alone(EnvironmentLogic inner) {
      super(inner, inner.spec());
    }
  }

  SharedLanes(Supplier<EnvironmentLogic> maker, AutoReset mode, int threads) {
    lanes = threads * LaneState.SHARED_FROM + 3;
    shared = Gym.vector(maker).lanes(lanes).threads(threads).autoReset(mode).make();
    own = Gym.vector(() -> new Alone(maker.get())).lanes(lanes).autoReset(mode).make();
    ofShared = shared.newBatch();
    ofOwn = own.newBatch();
    actions = new float[lanes * shared.actionSpace().size()];
    marked = new boolean[lanes];
  }

  void play(int steps) {
    shared.reset(3, ofShared);
    own.reset(3, ofOwn);
    int[] taken = {1, lanes / 2, lanes - 1};
    Resumable[] outOfShared = new Resumable[taken.length];
    Resumable[] ofItsOwn = new Resumable[taken.length];
    for (int step = 0; step < steps; step++) {
      requireSame(step);
      if (step == steps / 4) {
        fork();
      }
      if (step == steps / 2) {
        Snapshots.copy(own, shared);
        for (int i = 0; i < taken.length; i++) {
          outOfShared[i] = logic(shared, taken[i]);
          ofItsOwn[i] = logic(own, taken[i]);
        }
      }
      if (step >= steps / 2) {
        for (int i = 0; i < taken.length; i++) {
          assertThat(Snapshots.take(outOfShared[i])).isEqualTo(Snapshots.take(ofItsOwn[i]));
          assertThat(logic(shared, taken[i])).isSameAs(outOfShared[i]);
        }
      }
      step(step);
    }
    requireSame(steps);
    assertThat(Snapshots.take(shared)).isEqualTo(Snapshots.take(own));
  }

  private void fork() {
    assertThat(Snapshots.take(shared)).isEqualTo(Snapshots.take(own));
    VectorEnvironment copy = shared.fork();
    Batch ofCopy = copy.newBatch();
    ofCopy.copyFrom(ofShared);
    shared.close();
    shared = copy;
    ofShared = ofCopy;
  }

  private static Resumable logic(VectorEnvironment env, int lane) {
    return (Resumable) env.find(lane, EnvironmentLogic.class).orElseThrow();
  }

  private void step(int step) {
    int size = shared.actionSpace().size();
    boolean byHand = shared.autoReset() == AutoReset.DISABLED;
    for (int lane = 0; lane < lanes; lane++) {
      marked[lane] =
          (step % RESETS == RESETS - 1 && random.bernoulli(0.1))
              || (byHand && ofOwn.endReason(lane).ended());
    }
    shared.reset(marked, ofShared);
    own.reset(marked, ofOwn);
    for (int lane = 0; lane < lanes; lane++) {
      shared
          .actionSpace()
          .sample(random, ofShared.masks, lane * ofShared.maskSize, actions, lane * size);
    }
    shared.step(actions, ofShared);
    own.step(actions, ofOwn);
  }

  private void requireSame(int step) {
    assertThat(Snapshots.take(ofShared)).as("step %d", step).isEqualTo(Snapshots.take(ofOwn));
    int lane = random.integer(lanes);
    assertThat(shared.render(lane)).as("lane %d", lane).isEqualTo(own.render(lane));
  }

  @Override
  public void close() {
    shared.close();
    own.close();
  }
}
