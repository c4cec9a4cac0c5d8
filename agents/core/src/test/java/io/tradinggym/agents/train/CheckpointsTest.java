package io.tradinggym.agents.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.tradinggym.agents.dqn.Dqn;
import io.tradinggym.agents.nn.Network;
import io.tradinggym.agents.nn.kernel.Activation;
import io.tradinggym.agents.policy.Mlp;
import io.tradinggym.agents.policy.Policy;
import io.tradinggym.agents.policy.QPolicy;
import io.tradinggym.agents.policy.QShape;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.Gym;
import io.tradinggym.api.Options;
import io.tradinggym.api.Resumable;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.space.Box;
import io.tradinggym.api.space.Discrete;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is in a checkpoint, and when it is made, with a learner whose policy's worth is known at each step. */
class CheckpointsTest {
  private static final double[] RETURNS = {0, 50, 30, 20, 20, 10, 10, 60, 10, 10, 10};
  private static final int ITERATION = 100;

  @TempDir private Path folder;

  /** Prefers another arm after each iteration; its state may be made large. */
  private record Fake(int megabytes) implements Algorithm {
    @Override
    public String name() {
      return "fake";
    }

    @Override
    public Options options() {
      return Options.NONE.set(io.tradinggym.api.Option.integer("size", 0, "megabytes"), megabytes);
    }

    @Override
    public void requireFits(EnvironmentSpec spec) {}

    @Override
    public Learner start(VectorEnvironment envs, long seed, int threads) {
      return new FakeLearner(megabytes);
    }
  }

  private static final class FakeLearner implements Learner {
    private final EpisodeTracker episodes = new EpisodeTracker(1);
    private final int megabytes;
    private long steps;

    FakeLearner(int megabytes) {
      this.megabytes = megabytes;
    }

    @Override
    public void advance(double progress) {
      steps += ITERATION;
    }

    @Override
    public void adopt(Policy older) {}

    @Override
    public long steps() {
      return steps;
    }

    /** Weights and biases of one linear layer, whichever comes first: both set at the arm. */
    @Override
    public Policy policy() {
      QShape shape = QShape.of(new Mlp(List.of(), Activation.TANH));
      Network network = shape.network(1, Discrete.of(Arms.COUNT));
      float[] params = new float[network.parameters()];
      int arm = (int) RETURNS[(int) (steps / ITERATION)];
      params[arm] = 1;
      params[Arms.COUNT + arm] = 1;
      return new QPolicy(Box.of(0, 2, 1), Discrete.of(Arms.COUNT), shape, params);
    }

    @Override
    public EpisodeTracker episodes() {
      return episodes;
    }

    @Override
    public Map<String, Double> metrics() {
      return Map.of();
    }

    @Override
    public void save(DataOutput out) throws IOException {
      out.writeLong(steps);
      byte[] block = new byte[1 << 16];
      for (int i = 0; i < megabytes << 4; i++) {
        out.write(block);
      }
    }

    @Override
    public void restore(DataInput in) throws IOException {
      steps = in.readLong();
      byte[] block = new byte[1 << 16];
      for (int i = 0; i < megabytes << 4; i++) {
        in.readFully(block);
      }
    }

    @Override
    public void close() {}
  }

  private static VectorEnvironment arms() {
    return Gym.vector(() -> new Arms("Arms-v0")).lanes(1).make();
  }

  private Policy run(int checkpoints, long stop, boolean killed, List<Long> evaluated) {
    PeriodicEvaluation evaluation = new PeriodicEvaluation(CheckpointsTest::arms, 10, 1);
    Callback end =
        new Callback() {
          @Override
          public boolean iterated(TrainingRun run) {
            if (killed && run.learner().steps() == stop) {
              throw new IllegalStateException("killed");
            }
            return run.learner().steps() != stop;
          }
        };
    try (VectorEnvironment envs = arms()) {
      return new Fake(0)
          .train(
              envs,
              Training.steps(1000),
              Training.callback(new Checkpoints(folder, checkpoints)),
              Training.callback(evaluation),
              Training.callback(end));
    } finally {
      evaluation.points().forEach(point -> evaluated.add(point.steps()));
    }
  }

  @ParameterizedTest
  @CsvSource({"2, 600, 50", "10, 700, 60", "2, 800, 60", "10, 800, 60"})
  void theBestPolicyIsTheBestOfWhatTheRunSaw(int checkpoints, long stop, int best) {
    List<Long> first = new ArrayList<>();
    assertThatThrownBy(() -> run(checkpoints, 700, true, first)).hasMessage("killed");
    assertThat(first).contains(100L, 700L);
    List<Long> all = new ArrayList<>();
    Policy policy = run(checkpoints, stop, false, all);
    assertThat(policy.act(new float[] {1})).isEqualTo(best);
    List<Long> wanted = new ArrayList<>();
    for (long step = 100; step <= stop; step += 100) {
      wanted.add(step);
    }
    assertThat(all).isEqualTo(wanted);
  }

  @Test
  void whoeverStopsARunItGoesOnFromThere() {
    List<Long> stopped = new ArrayList<>();
    run(1, 300, false, stopped);
    assertThat(stopped).containsExactly(100L, 200L, 300L);
    List<Long> steps = new ArrayList<>();
    Callback watch =
        new Callback() {
          @Override
          public void started(TrainingRun run) {
            steps.add(run.learner().steps());
          }
        };
    try (VectorEnvironment envs = arms()) {
      new Fake(0)
          .train(
              envs,
              Training.steps(1000),
              Training.callback(watch),
              Training.callback(new Checkpoints(folder, 1)));
    }
    assertThat(steps).containsExactly(300L);
  }

  @Test
  void aLargeStateGoesThroughAStream() throws IOException {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Path file = folder.resolve("checkpoint");
    try (VectorEnvironment envs = arms()) {
      Fake fake = new Fake(48);
      Learner learner = fake.start(envs, 0, 1);
      TrainingRun run = new TrainingRun(fake, learner, 1000, 0, envs);
      Checkpoints.save(file, run);
      Checkpoints.load(file, run);
      long before = threads.getCurrentThreadAllocatedBytes();
      Checkpoints.save(file, run);
      Checkpoints.load(file, run);
      assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(4 << 20);
    }
    assertThat(Files.size(file)).isGreaterThan(48 << 20);
  }

  /** Counts iterations over interruptions. */
  private static final class Counter implements Callback, Resumable {
    private int count;

    @Override
    public boolean iterated(TrainingRun run) {
      count++;
      return run.learner().steps() != 300;
    }

    @Override
    public void save(DataOutput out) throws IOException {
      out.writeInt(count);
    }

    @Override
    public void restore(DataInput in) throws IOException {
      count = in.readInt();
    }
  }

  @Test
  void theStateOfACallbackIsKeptWithTheRun() {
    Counter first = new Counter();
    Counter second = new Counter();
    for (Counter counter : List.of(first, second)) {
      try (VectorEnvironment envs = arms()) {
        new Fake(0)
            .train(
                envs,
                Training.steps(1000),
                Training.checkpoints(folder),
                Training.callback(counter));
      }
    }
    assertThat(first.count).isEqualTo(3);
    assertThat(second.count).isEqualTo(10);
  }

  @Test
  void aReplayOfAnotherCapacityIsRefused() {
    try (VectorEnvironment envs = Gym.vector("CartPole-v1", 2);
        Learner small = Dqn.settings().capacity(100).build().start(envs, 0, 1);
        VectorEnvironment others = Gym.vector("CartPole-v1", 2);
        Learner large = Dqn.settings().capacity(200).build().start(others, 0, 1)) {
      assertThatThrownBy(() -> io.tradinggym.api.Snapshots.copy(small, large))
          .hasRootCauseMessage(
              "the replay that was saved holds 50 steps in each lane, this one 100: the capacity"
                  + " differs");
    }
  }
}
