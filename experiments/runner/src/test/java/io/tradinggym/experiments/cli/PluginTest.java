package io.tradinggym.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A JAR of somebody else's brings an environment and an algorithm to the command line. */
class PluginTest {
  private static final String ENVIRONMENT =
      """
      package mine;
      import io.tradinggym.api.*;
      import io.tradinggym.api.random.RandomStream;
      import io.tradinggym.api.space.*;
      import java.util.List;
      public final class Coin implements EnvironmentProvider {
        static final Option<Double> PRIZE = Option.number("prize", 1, "of a right guess");
        @Override public List<Registration> environments() {
          return List.of(new Registration("Coin-v0", "Guess heads.", List.of(PRIZE), o -> () -> new Logic(o.get(PRIZE))));
        }
        private record Logic(double prize) implements EnvironmentLogic {
          @Override public EnvironmentSpec spec() {
            return EnvironmentSpec.of("Coin-v0").observation(Box.of(0, 1, 1)).action(Discrete.of(2)).build();
          }
          @Override public void reset(RandomStream random, Options options, Frame frame) { frame.observe(0, 1); }
          @Override public EndReason step(Action action, RandomStream random, Frame frame) {
            frame.observe(0, 1);
            frame.reward(action.discrete() == 1 ? prize : 0);
            return EndReason.GOAL_REACHED;
          }
        }
      }
      """;

  private static final String ALGORITHM =
      """
      package mine;
      import io.tradinggym.agents.a2c.A2c;
      import io.tradinggym.agents.train.*;
      import io.tradinggym.api.*;
      import java.util.List;
      public record Eager(double speed, A2c inner) implements Algorithm {
        static final Option<Double> SPEED = Option.number("speed", 0.01, "learning rate").must("> 0", s -> s > 0);
        Eager(double speed) { this(speed, A2c.settings().learningRate(speed).build()); }
        @Override public String name() { return "eager"; }
        @Override public Options options() { return inner.options(); }
        @Override public void requireFits(EnvironmentSpec spec) { inner.requireFits(spec); }
        @Override public Learner start(VectorEnvironment envs, long seed, int threads) { return inner.start(envs, seed, threads); }
        public static final class Provider implements AlgorithmProvider {
          @Override public List<AlgorithmRegistration> algorithms() {
            return List.of(new AlgorithmRegistration("eager", "A2C in a hurry.", List.of(SPEED), o -> new Eager(o.get(SPEED))));
          }
        }
      }
      """;

  private static final String NAMES =
      """
      package mine;
      import io.tradinggym.market.data.Market;
      import io.tradinggym.market.process.*;
      import io.tradinggym.market.reward.Reward;
      import io.tradinggym.reward.*;
      import java.util.*;
      public final class Names {
        public static final class Calm implements MarketProvider {
          @Override public Set<String> names() { return Set.of("calm"); }
          @Override public Market market(String name, String rest) { return Markets.named("noise:" + rest); }
        }
        public static final class Half implements RewardProvider {
          @Override public List<Named> rewards() {
            return List.of(new Named("part", Map.of("of", 0.5), p -> WeightedReward.of(Rewards.logReturn()).times(p.get("of"))));
          }
        }
      }
      """;

  @TempDir private static Path shared;
  @TempDir private Path folder;

  @SuppressWarnings("NullAway.Init")
  private static String jar;

  @BeforeAll
  static void compile() throws IOException {
    Path sources = Files.createDirectories(shared.resolve("src"));
    Path classes = Files.createDirectories(shared.resolve("classes"));
    Path coin = Files.writeString(sources.resolve("Coin.java"), ENVIRONMENT);
    Path eager = Files.writeString(sources.resolve("Eager.java"), ALGORITHM);
    Path names = Files.writeString(sources.resolve("Names.java"), NAMES);
    JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
    int code =
        compiler.run(
            null,
            null,
            null,
            "-proc:none",
            "-d",
            classes.toString(),
            "-cp",
            System.getProperty("java.class.path"),
            coin.toString(),
            eager.toString(),
            names.toString());
    assertThat(code).isZero();
    Map<String, String> services =
        Map.of(
            "io.tradinggym.api.EnvironmentProvider", "mine.Coin",
            "io.tradinggym.agents.train.AlgorithmProvider", "mine.Eager$Provider",
            "io.tradinggym.market.process.MarketProvider", "mine.Names$Calm",
            "io.tradinggym.reward.RewardProvider", "mine.Names$Half");
    Path file = shared.resolve("mine.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(file));
        Stream<Path> files = Files.walk(classes)) {
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(each).toString().replace('\\', '/')));
        out.write(Files.readAllBytes(each));
      }
      for (Map.Entry<String, String> service : services.entrySet()) {
        out.putNextEntry(new JarEntry("META-INF/services/" + service.getKey()));
        out.write((service.getValue() + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
    jar = file.toString();
  }

  /** In a JVM of its own, as from a shell: registries are filled once. */
  private String run(String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(List.of(arguments));
    File said = folder.resolve("said").toFile();
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said).start();
    int code = process.waitFor();
    String text = Files.readString(said.toPath());
    assertThat(code).as(text).isZero();
    return text;
  }

  @Test
  void anEnvironmentAndAnAlgorithmOfTheUsersTrainFromTheCommandLine() throws Exception {
    assertThat(run("--classpath", jar, "list")).contains("Coin-v0", "eager  ", "A2C in a hurry.");
    assertThat(run("--classpath", jar, "list", "eager")).contains("speed=0.01", "must be > 0");
    String out = folder.resolve("run").toString();
    String said =
        run(
            "--classpath",
            jar,
            "train",
            "--algo",
            "eager",
            "--env",
            "Coin-v0",
            "--steps",
            "2e4",
            "--seeds",
            "1",
            "--set",
            "algorithm.speed=0.02",
            "--set",
            "environment.options.prize=3",
            "--out",
            out);
    assertThat(said)
        .contains("1 agent on Coin-v0, 20,000 steps each")
        .contains("Coin-v0 is not Resumable: this training makes no checkpoints")
        .contains("eager                3.00");
    assertThat(Files.readString(Path.of(out, "manifest.json")))
        .contains("\"speed\" : \"0.02\"", "\"prize\" : \"3.0\"");
  }

  @Test
  void aMarketAndARewardOfTheUsersAreNamedInSettings() throws Exception {
    String out = folder.resolve("traded").toString();
    String said =
        run(
            "--classpath",
            jar,
            "train",
            "--algo",
            "ppo",
            "--env",
            "Portfolio-v1",
            "--steps",
            "200",
            "--seeds",
            "1",
            "--set",
            "market.simulated=calm:2",
            "--set",
            "environment.lanes=2",
            "--set",
            "environment.options.episode=20",
            "--set",
            "environment.options.reward=part(of=0.25) - 0.1 turnover",
            "--set",
            "evaluation={paths: 2, validations: 0}",
            "--out",
            out);
    assertThat(said).contains("Portfolio-v1 on 2 unseen paths");
  }
}
