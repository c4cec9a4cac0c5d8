package io.tradinggym.agents.dl4j;

import io.tradinggym.agents.dqn.Dqn;
import io.tradinggym.agents.nn.Network;
import io.tradinggym.agents.nn.NetworkEngine;
import io.tradinggym.agents.nn.Workspace;
import io.tradinggym.agents.nn.kernel.Activation;
import io.tradinggym.agents.nn.kernel.Kernels;
import io.tradinggym.agents.policy.Mlp;
import io.tradinggym.agents.ppo.Ppo;
import io.tradinggym.agents.train.Algorithm;
import io.tradinggym.agents.train.Schedule;
import io.tradinggym.agents.train.Training;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.api.random.RandomStreams;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Prints what passes and learning cost on both engines, in CPU time of the one thread; run it as a main class. */
final class EngineTiming {
  private static final List<String> ENGINES = List.of("simd", "dl4j");
  private static final int ROUNDS = 3;
  private static final double ROUND_SECONDS = 0.4;

  private EngineTiming() {}

  public static void main(String[] args) {
    System.out.println("engine, rows, forward us, forward and backward us");
    for (String engine : ENGINES) {
      for (int rows : new int[] {1, 64, 256}) {
        passes(engine, rows);
      }
    }
    System.out.println("engine, algorithm, CartPole-v1 steps per CPU second");
    for (String engine : ENGINES) {
      int steps = engine.equals("simd") ? 100_000 : 10_000;
      Mlp relu = new Mlp(List.of(64, 64), Activation.RELU).on(engine(engine));
      learning(engine, ppo(Mlp.SMALL.on(engine(engine))), 8, steps);
      learning(engine, Dqn.settings().network(relu).build(), 1, steps);
    }
  }

  private static NetworkEngine engine(String name) {
    return name.equals("simd") ? NetworkEngine.SIMD : Dl4j.engine();
  }

  private static Ppo ppo(Mlp network) {
    return Ppo.settings()
        .rolloutSteps(32)
        .epochs(20)
        .gamma(0.98)
        .lambda(0.8)
        .learningRate(Schedule.linear(1e-3))
        .network(network)
        .build();
  }

  private static void passes(String name, int rows) {
    Network network =
        engine(name).network(Network.mlp(4, List.of(64, 64), 2, Activation.TANH, 1).layers());
    float[] params = new float[network.parameters()];
    network.initialise(params, 0, RandomStreams.of(1).stream("parameters")::gaussian);
    float[] gradient = new float[params.length];
    float[] x = new float[rows * 4];
    float[] dy = new float[rows * 2];
    Arrays.fill(dy, 0.1f);
    Workspace work = new Workspace(network, rows, Kernels.fastest());
    Runnable forward = () -> network.forward(work, params, 0, rows, x, 0);
    Runnable both =
        () -> {
          forward.run();
          network.backward(work, params, 0, dy, 0, gradient);
        };
    System.out.printf(
        Locale.ROOT, "%s, %d, %.1f, %.1f%n", name, rows, micros(forward), micros(both));
  }

  /** The last of some rounds: the others warm up. */
  private static double micros(Runnable pass) {
    double micros = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long count = 0;
      double start = cpuSeconds();
      double seconds = 0;
      while (seconds < ROUND_SECONDS) {
        for (int i = 0; i < 100; i++) {
          pass.run();
        }
        count += 100;
        seconds = cpuSeconds() - start;
      }
      micros = seconds / count * 1e6;
    }
    return micros;
  }

  private static void learning(String name, Algorithm algorithm, int lanes, int steps) {
    double rate = 0;
    for (int round = 0; round < ROUNDS; round++) {
      try (VectorEnvironment envs = Gym.vector("CartPole-v1", lanes)) {
        double start = cpuSeconds();
        algorithm.train(envs, Training.steps(steps), Training.seed(7));
        rate = steps / (cpuSeconds() - start);
      }
    }
    System.out.printf(Locale.ROOT, "%s, %s, %.0f%n", name, algorithm.name(), rate);
  }

  private static double cpuSeconds() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
  }
}
