package io.tradinggym.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.api.space.Box;
import io.tradinggym.api.space.Discrete;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EngineTest {
  /** Draws an episode's length from its stream; odd lengths end by themselves, the others run into the limit of 6. */
  private static class Episodes implements EnvironmentLogic {
    static final InfoField STEP = InfoField.of("step", "1", "Step of the episode.");
    private static final EnvironmentSpec SPEC =
        EnvironmentSpec.of("Episodes-v0")
            .observation(Box.of(0, 1000, 2))
            .action(Discrete.of(3))
            .masked(true)
            .maxSteps(6)
            .info(STEP)
            .build();
    private int step;
    private int length;
    private double draw;
    boolean closed;

    @Override
    public EnvironmentSpec spec() {
      return SPEC;
    }

    @Override
    public void reset(RandomStream random, Options options, Frame frame) {
      step = 0;
      length = 1 + random.integer(6);
      draw = 1 + random.uniform();
      frame.observe(0, draw);
      frame.observe(1, 0);
      frame.allow(2, false);
    }

    @Override
    public EndReason step(Action action, RandomStream random, Frame frame) {
      step++;
      frame.observe(1, step);
      frame.reward(draw * step + action.discrete());
      frame.info(0, step);
      frame.allow(step % 3, false);
      return step == length && length % 2 == 1 ? EndReason.GOAL_REACHED : EndReason.NONE;
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  /** One finished episode as its learner saw it. */
  private record Episode(
      double start, List<Double> rewards, EndReason end, double lastStep, double lastInfo) {}

  /** Rebuilds the episodes of every lane from what the batch says under a mode. */
  private static List<List<Episode>> episodes(AutoReset mode, int lanes, int threads, int perLane) {
    List<List<Episode>> all = new ArrayList<>();
    try (VectorEnvironment envs = Gym.vector(Episodes::new, lanes, threads, mode)) {
      Batch batch = envs.newBatch();
      envs.reset(11, batch);
      double[] start = new double[lanes];
      List<List<Double>> rewards = new ArrayList<>();
      for (int lane = 0; lane < lanes; lane++) {
        all.add(new ArrayList<>());
        rewards.add(new ArrayList<>());
        start[lane] = batch.observations[2 * lane];
        assertThat(batch.first[lane]).isTrue();
      }
      float[] actions = new float[lanes];
      while (all.stream().anyMatch(episodes -> episodes.size() < perLane)) {
        for (int lane = 0; lane < lanes; lane++) {
          actions[lane] = rewards.get(lane).size() % 3;
        }
        envs.step(actions, batch);
        boolean[] ended = new boolean[lanes];
        for (int lane = 0; lane < lanes; lane++) {
          ended[lane] = batch.ends[lane] != 0;
          if (!ended[lane] && batch.first[lane]) {
            assertThat(mode).isEqualTo(AutoReset.NEXT_STEP);
            assertThat(batch.rewards[lane]).isZero();
            assertThat(batch.infos[lane]).isZero();
            start[lane] = batch.observations[2 * lane];
            continue;
          }
          rewards.get(lane).add(batch.rewards[lane]);
          if (ended[lane]) {
            boolean same = mode == AutoReset.SAME_STEP;
            float[] last = same ? batch.finalObservations : batch.observations;
            double info = (same ? batch.finalInfos : batch.infos)[lane];
            all.get(lane)
                .add(
                    new Episode(
                        start[lane],
                        List.copyOf(rewards.get(lane)),
                        batch.endReason(lane),
                        last[2 * lane + 1],
                        info));
            rewards.get(lane).clear();
            assertThat(batch.first[lane]).isEqualTo(same);
            if (same) {
              start[lane] = batch.observations[2 * lane];
              assertThat(batch.observations[2 * lane + 1]).isZero();
              assertThat(batch.mask(lane)).containsExactly(true, true, false);
            }
          }
        }
        if (mode == AutoReset.DISABLED && any(ended)) {
          envs.reset(ended, batch);
          for (int lane = 0; lane < lanes; lane++) {
            start[lane] = ended[lane] ? batch.observations[2 * lane] : start[lane];
          }
        }
      }
    }
    all.replaceAll(episodes -> episodes.subList(0, perLane));
    return all;
  }

  private static boolean any(boolean[] values) {
    for (boolean value : values) {
      if (value) {
        return true;
      }
    }
    return false;
  }

  @ParameterizedTest
  @EnumSource(AutoReset.class)
  void episodesAreTheSameInEveryMode(AutoReset mode) {
    List<List<Episode>> episodes = episodes(mode, 5, 1, 40);
    assertThat(episodes).isEqualTo(episodes(AutoReset.DISABLED, 5, 1, 40));
    for (Episode episode : episodes.getFirst()) {
      int length = episode.rewards().size();
      assertThat(episode.lastStep()).isEqualTo(length);
      assertThat(episode.lastInfo()).isEqualTo(length);
      assertThat(episode.end())
          .isEqualTo(length == 6 ? EndReason.TIME_LIMIT : EndReason.GOAL_REACHED);
      assertThat(episode.rewards().getFirst()).isEqualTo(episode.start(), within(1e-6));
    }
  }

  @ParameterizedTest
  @EnumSource(AutoReset.class)
  void lanesDoNotDependOnThreadsOrOnTheirNeighbours(AutoReset mode) {
    List<List<Episode>> alone = episodes(mode, 11, 1, 30);
    assertThat(episodes(mode, 11, 2, 30)).isEqualTo(alone);
    assertThat(episodes(mode, 11, 7, 30)).isEqualTo(alone);
    assertThat(episodes(mode, 1, 1, 30).get(0)).isEqualTo(alone.get(0));
    assertThat(alone.get(1)).isNotEqualTo(alone.get(0));
  }

  @Test
  void aSingleEnvironmentIsLaneZero() {
    List<Episode> lane = episodes(AutoReset.DISABLED, 1, 1, 5).getFirst();
    try (Environment env = Gym.of(Episodes::new)) {
      env.reset(11);
      for (Episode episode : lane) {
        List<Double> rewards = new ArrayList<>();
        while (!env.ended()) {
          rewards.add(env.step(rewards.size() % 3).reward());
        }
        assertThat(rewards).isEqualTo(episode.rewards());
        assertThat(env.endReason()).isEqualTo(episode.end());
        env.reset();
      }
    }
  }

  @Test
  void masksAreClearedBeforeEachStepAndWrittenByTheLaw() {
    try (Environment env = Gym.of(Episodes::new)) {
      assertThat(env.reset(11).mask()).containsExactly(true, true, false);
      assertThat(env.step(0).mask()).containsExactly(true, false, true);
      RandomStream random = RandomStreams.of(1).stream("masked");
      for (int i = 0; i < 50; i++) {
        assertThat(env.actionSpace().sample(random, env.last().mask())[0]).isNotEqualTo(1);
      }
    }
  }

  @Test
  void aResetOfSomeLanesLeavesTheOthers() {
    try (VectorEnvironment envs = Gym.vector(Episodes::new, 3, 1, AutoReset.NEXT_STEP)) {
      Batch batch = envs.newBatch();
      envs.reset(1, batch);
      float[] before = batch.observations.clone();
      Batch other = envs.newBatch();
      envs.reset(new boolean[] {false, true, false}, other);
      assertThat(other.observation(0)).containsExactly(before[0], before[1]);
      assertThat(other.observation(1)[0]).isNotEqualTo(before[2]);
      assertThat(other.observation(2)).containsExactly(before[4], before[5]);
    }
  }

  @Test
  void batchesMayAlternateAlthoughLawsWriteOnlyWhatChanged() {
    try (VectorEnvironment envs = Gym.vector(Episodes::new, 2, 1, AutoReset.NEXT_STEP)) {
      Batch a = envs.newBatch();
      Batch b = envs.newBatch();
      envs.reset(1, a);
      envs.step(new float[2], b);
      assertThat(b.observations[0]).isEqualTo(a.observations[0]).isNotZero();
    }
  }

  @Test
  void misuseIsRefusedWithTheRemedy() {
    try (Environment env = Gym.make("CartPole-v1");
        VectorEnvironment envs = Gym.vector(Episodes::new, 2, 1, AutoReset.DISABLED)) {
      assertThatThrownBy(() -> env.step(0))
          .hasMessage("reset the environment before the first step");
      env.reset(1);
      while (!env.ended()) {
        env.step(0);
      }
      assertThatThrownBy(() -> env.step(0)).hasMessage("the episode ended; reset first");
      env.reset();
      assertThatThrownBy(() -> env.step(2))
          .hasMessageContaining("CartPole-v1: action [2.0] is not in Discrete");
      assertThatThrownBy(() -> env.step(new float[3]))
          .hasMessageContaining("actions must have 1 lanes x 1 floats");

      Batch batch = envs.newBatch();
      assertThatThrownBy(() -> envs.step(new float[2], batch))
          .hasMessage("Episodes-v0 must be reset before it is stepped");
      envs.reset(1, batch);
      assertThatThrownBy(() -> envs.reset(new boolean[3], batch))
          .hasMessage("reset mask must have 2 entries, has 3");
      Batch foreign = new Batch(envs.spec(), 2, AutoReset.SAME_STEP);
      assertThatThrownBy(() -> envs.step(new float[2], foreign))
          .hasMessageContaining("use newBatch()");
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 10; i++) {
                  envs.step(new float[2], batch);
                }
              })
          .hasMessageContaining("has ended; reset it before stepping on");
    }
    assertThatThrownBy(() -> Gym.vector("CartPole-v1", 0)).hasMessage("lanes must be >= 1, was 0");
    assertThatThrownBy(() -> Gym.vector("CartPole-v1").threads(0).make())
        .hasMessage("threads must be >= 1, was 0");
    assertThatThrownBy(() -> Gym.make("CartPole-v9"))
        .hasMessageStartingWith(
            "unknown environment \"CartPole-v9\"; known: [Acrobot-v1, CartPole-v1,");
    assertThatThrownBy(
            () ->
                EnvironmentSpec.of("CartPole")
                    .observation(Box.of(0, 1, 1))
                    .action(Discrete.of(2))
                    .build())
        .hasMessage("environment id must read Name-vN, was \"CartPole\"");
  }

  @Test
  void closingClosesEveryLane() {
    List<Episodes> made = new ArrayList<>();
    VectorEnvironment envs =
        Gym.vector(
            () -> {
              Episodes law = new Episodes();
              made.add(law);
              return law;
            },
            4,
            2,
            AutoReset.NEXT_STEP);
    envs.close();
    envs.close();
    assertThatThrownBy(() -> envs.reset(1, envs.newBatch())).hasMessage("Episodes-v0 is closed");
    assertThat(made).hasSize(4).allMatch(law -> law.closed);
  }

  @Test
  void theFirstStepsAreChecked() {
    try (Environment env = Gym.of(Broken::new)) {
      env.reset(1);
      assertThatThrownBy(() -> env.step(0))
          .hasMessage("Episodes-v0: after a step, observation[1] = -1.0 is outside [0.0, 1000.0]");
    }
    try (Environment env = Gym.vector(Broken::new).unchecked().single()) {
      env.reset(1);
      assertThat(env.step(0).observation()[1]).isEqualTo(-1);
    }
  }

  private static final class Broken extends Episodes {
    @Override
    public EndReason step(Action action, RandomStream random, Frame frame) {
      frame.observe(1, -1);
      return EndReason.NONE;
    }
  }

  @Test
  void aFailureInAnyPartReachesTheCallerAndTheCrewGoesOn() {
    try (Crew crew = new Crew(4, "test")) {
      for (int bad = 0; bad < 4; bad++) {
        int part = bad;
        assertThatThrownBy(
                () ->
                    crew.run(
                        p -> {
                          if (p == part) {
                            throw new IllegalStateException("part " + p);
                          }
                        }))
            .hasMessage("part " + part);
      }
      int[] done = new int[4];
      for (int i = 0; i < 1000; i++) {
        crew.run(p -> done[p]++);
      }
      assertThat(Arrays.stream(done).allMatch(count -> count == 1000)).isTrue();
      assertThatThrownBy(() -> crew.run(p -> fail(p == 3))).isInstanceOf(AssertionError.class);
    }
  }

  private static void fail(boolean now) {
    if (now) {
      throw new AssertionError("an error, not an exception");
    }
  }
}
