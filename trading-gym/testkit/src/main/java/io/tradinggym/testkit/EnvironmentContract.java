package io.tradinggym.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.tradinggym.api.AutoReset;
import io.tradinggym.api.Batch;
import io.tradinggym.api.Environment;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.Gym;
import io.tradinggym.api.Resumable;
import io.tradinggym.api.Step;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * What every environment owes its users. Extend it and return yours:
 *
 * <pre>{@code
 * class ThermostatTest extends EnvironmentContract {
 *   @Override protected EnvironmentLogic environment() { return new Thermostat(); }
 * }
 * }</pre>
 */
public abstract class EnvironmentContract {
  private static final long[] SEEDS = {0, 1, 42, -7, Long.MAX_VALUE};
  private static final int WARM_UP_STEPS = 20_000;
  private static final int MEASURED_STEPS = 2_000;
  private static final int MEASUREMENTS = 5;

  /** For subclasses. */
  protected EnvironmentContract() {}

  /** The environment under test, a new one every time. */
  protected abstract EnvironmentLogic environment();

  /** Steps of each trial. */
  protected int steps() {
    return 300;
  }

  @Test
  void theSameSeedAndActionsGiveTheSameBits() {
    for (long seed : SEEDS) {
      assertSame(Trace.of(this::environment, seed, 1, 1, steps()), Trace.of(this::environment, seed, 1, 1, steps()));
    }
  }

  @Test
  void aUsedEnvironmentRepeatsLikeANewOne() {
    try (VectorEnvironment env = Gym.vector(this::environment, 1, 1, AutoReset.NEXT_STEP)) {
      Trace fresh = run(env, 3);
      run(env, 4);
      assertThat(run(env, 3).firstDifference(fresh)).as("first differing step after a reset").isEqualTo(-1);
    }
  }

  private Trace run(VectorEnvironment env, long seed) {
    Trace trace = new Trace();
    Batch batch = env.newBatch();
    RandomStream random = RandomStreams.of(seed).stream("actions");
    float[] action = new float[env.actionSpace().size()];
    env.reset(seed, batch);
    for (int t = 0; t < steps(); t++) {
      trace.add(batch, 0);
      env.actionSpace().sample(random, batch.masks, 0, action, 0);
      env.step(action, batch);
    }
    return trace;
  }

  @Test
  void lanesAndThreadsDoNotChangeTheBits() {
    List<Trace> five = Trace.of(this::environment, 11, 5, 1, steps());
    assertSame(five.subList(0, 1), Trace.of(this::environment, 11, 1, 1, steps()));
    assertSame(five, Trace.of(this::environment, 11, 5, 2, steps()));
    assertSame(five, Trace.of(this::environment, 11, 5, 5, steps()));
  }

  @Test
  void observationsStayInsideTheirSpaceAndNumbersAreFinite() {
    try (Environment env = Gym.of(this::environment)) {
      for (long seed : SEEDS) {
        RandomStream random = RandomStreams.of(seed).stream("actions");
        check(env, env.reset(seed));
        for (int t = 0; t < steps(); t++) {
          check(env, env.ended() ? env.reset() : env.step(sample(env, random)));
        }
      }
    }
  }

  private static void check(Environment env, Step step) {
    for (float number : step.observation()) {
      assertThat(number).as("observation").isFinite();
    }
    assertThat(env.observationSpace().contains(step.observation()))
        .as("observation %s is inside %s", step.observation(), env.observationSpace())
        .isTrue();
    assertThat(step.reward()).as("reward").isFinite();
    for (var field : env.spec().infoFields()) {
      assertThat(step.info(field)).as(field.name()).isFinite();
    }
  }

  private static float[] sample(Environment env, RandomStream random) {
    float[] action = new float[env.actionSpace().size()];
    env.actionSpace().sample(random, env.last().mask(), 0, action, 0);
    return action;
  }

  @Test
  void aStepAllocatesNothing() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    try (VectorEnvironment env = Gym.vector(this::environment, 1, 1, AutoReset.NEXT_STEP)) {
      Batch batch = env.newBatch();
      env.reset(1, batch);
      float[] action = new float[env.actionSpace().size()];
      RandomStream random = RandomStreams.of(1).stream("actions");
      long least = Long.MAX_VALUE;
      for (int trial = 0; trial <= MEASUREMENTS; trial++) {
        long bytes = 0;
        int count = trial == 0 ? WARM_UP_STEPS : MEASURED_STEPS;
        for (int t = 0; t < count; t++) {
          env.actionSpace().sample(random, batch.masks, 0, action, 0);
          long before = threads.getCurrentThreadAllocatedBytes();
          env.step(action, batch);
          long after = threads.getCurrentThreadAllocatedBytes();
          bytes += batch.first[0] ? 0 : after - before;
        }
        least = trial == 0 ? least : Math.min(least, bytes);
      }
      assertThat(least).as("bytes allocated in %d steps", MEASURED_STEPS).isZero();
    }
  }

  @Test
  void aRestoredSnapshotGoesOnWithTheSameBits() throws IOException {
    try (EnvironmentLogic probe = environment()) {
      Assumptions.assumeTrue(probe instanceof Resumable, "the environment offers no snapshots");
    }
    try (VectorEnvironment env = Gym.vector(this::environment, 3, 1, AutoReset.NEXT_STEP);
        VectorEnvironment copy = Gym.vector(this::environment, 3, 1, AutoReset.NEXT_STEP)) {
      Batch expected = env.newBatch();
      Batch actual = copy.newBatch();
      env.reset(9, expected);
      RandomStream random = RandomStreams.of(9).stream("actions");
      float[] actions = new float[3 * env.actionSpace().size()];
      for (int t = 0; t < steps(); t++) {
        if (t == steps() / 3) {
          ByteArrayOutputStream bytes = new ByteArrayOutputStream();
          env.save(new DataOutputStream(bytes));
          copy.reset(1, actual);
          copy.restore(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
          actual.copyFrom(expected);
        }
        for (int lane = 0; lane < 3; lane++) {
          env.actionSpace()
              .sample(random, expected.masks, lane * expected.maskSize, actions, lane * env.actionSpace().size());
        }
        env.step(actions, expected);
        if (t >= steps() / 3) {
          copy.step(actions, actual);
          assertThat(actual.observations).as("observations at step %d", t).isEqualTo(expected.observations);
          assertThat(actual.rewards).as("rewards at step %d", t).isEqualTo(expected.rewards);
          assertThat(actual.ends).as("ends at step %d", t).isEqualTo(expected.ends);
          assertThat(actual.infos).as("infos at step %d", t).isEqualTo(expected.infos);
        }
      }
    }
  }

  @Test
  void closingTwiceIsHarmless() {
    EnvironmentLogic logic = environment();
    logic.close();
    logic.close();
  }

  @Test
  void theSpecNeverChanges() {
    try (EnvironmentLogic logic = environment()) {
      assertThat(logic.spec()).isSameAs(logic.spec());
    }
  }

  private static void assertSame(List<Trace> actual, List<Trace> expected) {
    for (int lane = 0; lane < expected.size(); lane++) {
      assertThat(actual.get(lane).firstDifference(expected.get(lane)))
          .as("first step in which lane %d differs", lane)
          .isEqualTo(-1);
    }
  }
}
