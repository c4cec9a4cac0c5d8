package io.tradinggym.agents.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.tradinggym.agents.ppo.Ppo;
import io.tradinggym.api.Gym;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Trainings that real accidents befall: the process is killed, the disk is full. {@code -Dtradinggym.kills=20} kills
 * each as often as that, {@code -Dtradinggym.killSeed} chooses other moments.
 */
class InterruptionTest {
  private static final int KILLS = Integer.getInteger("tradinggym.kills", 2);
  private static final int SEED = Integer.getInteger("tradinggym.killSeed", 1);
  private static final int MOST_NANOS = 8_000_000;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"ppo", "dqn", "sac"})
  void killedAtRandomMomentsItEndsWithTheBitsOfOneNeverInterrupted(String algorithm)
      throws Exception {
    Path killed = folder.resolve("killed");
    Path whole = folder.resolve("whole");
    Random moments = new Random(SEED);
    int kills = 0;
    while (kills < KILLS) {
      assertThat(killedOnce(algorithm, killed, moments))
          .as("kill %s of seed %s came before the end", kills, SEED)
          .isTrue();
      kills++;
    }
    Process last = start(List.of(), algorithm, killed);
    assertThat(last.inputReader().lines().count()).isLessThan(KilledRun.ITERATIONS);
    assertThat(last.waitFor()).isZero();
    KilledRun.train(algorithm, whole);
    requireSame(killed, whole);
  }

  /** Kills it a few milliseconds after it did a few iterations: while it learns, evaluates, or saves. */
  private static boolean killedOnce(String algorithm, Path to, Random moments) throws Exception {
    Process process = start(List.of(), algorithm, to);
    int most = Math.max(2, KilledRun.ITERATIONS / (KILLS + 1));
    int iterations = 1 + moments.nextInt(most);
    try (BufferedReader lines = process.inputReader()) {
      for (int i = 0; i < iterations; i++) {
        lines.readLine();
      }
      Thread.sleep(Duration.ofNanos(moments.nextInt(MOST_NANOS)));
    } finally {
      process.destroyForcibly();
    }
    return process.waitFor() != 0;
  }

  /** The operating system refuses what exceeds a size, in the middle of a file, as a full disk does. */
  @Test
  void aFullDiskWhileSavingIsOneErrorAndTheLastGoodCheckpointIsIntact() throws Exception {
    Path shell = Path.of("/bin/bash");
    assumeThat(shell).exists();
    Path run = folder.resolve("run");
    Process first = start(List.of(), "dqn", run);
    try (BufferedReader lines = first.inputReader()) {
      for (int i = 0; i < KilledRun.ITERATIONS / 2; i++) {
        lines.readLine();
      }
    } finally {
      first.destroyForcibly();
    }
    first.waitFor();
    Path checkpoint = run.resolve("checkpoint");
    byte[] good = Files.readAllBytes(checkpoint);
    // In blocks of 1024 bytes: the replay has grown since, so the next checkpoint does not fit.
    List<String> limited =
        List.of(
            shell.toString(), "-c", "ulimit -f " + good.length / 1024 + "; exec \"$@\"", "limited");
    Process second = start(limited, "dqn", run);
    String said =
        new String(second.getErrorStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> line.startsWith("Exception"))
            .collect(Collectors.joining());
    assertThat(second.waitFor()).isEqualTo(1);
    assertThat(said)
        .contains("cannot write checkpoint " + checkpoint + " at step ")
        .contains("the one before it is intact");
    assertThat(Files.readAllBytes(checkpoint)).isEqualTo(good);
    assertThat(files(run)).noneMatch(name -> name.endsWith(".tmp"));
    // With room again, it goes on to the end.
    Path whole = folder.resolve("whole");
    KilledRun.train("dqn", run);
    KilledRun.train("dqn", whole);
    requireSame(run, whole);
  }

  private static Process start(List<String> prefix, String algorithm, Path to) throws Exception {
    List<String> command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
    command.addAll(List.of("-Xmx256m", "-cp", classPath(), KilledRun.class.getName()));
    command.addAll(List.of(algorithm, to.toString()));
    return new ProcessBuilder(command).start();
  }

  private static String classPath() throws URISyntaxException {
    List<String> places = new ArrayList<>();
    for (Class<?> each : List.of(KilledRun.class, Ppo.class, Gym.class)) {
      places.add(
          Path.of(each.getProtectionDomain().getCodeSource().getLocation().toURI()).toString());
    }
    return String.join(File.pathSeparator, places);
  }

  private static List<String> files(Path run) throws IOException {
    try (Stream<Path> all = Files.list(run)) {
      return all.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** Policy, evaluations and the last checkpoint, which holds all that a run consists of. */
  private static void requireSame(Path run, Path whole) throws IOException {
    assertThat(files(run))
        .isEqualTo(files(whole))
        .contains("checkpoint", "evaluations.csv", "final.policy");
    for (String name : files(whole)) {
      assertThat(Files.readAllBytes(run.resolve(name)))
          .as("%s, killed with seed %s", name, SEED)
          .isEqualTo(Files.readAllBytes(whole.resolve(name)));
    }
  }
}
