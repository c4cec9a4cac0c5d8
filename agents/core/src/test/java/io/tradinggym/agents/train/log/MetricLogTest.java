package io.tradinggym.agents.train.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.agents.dqn.Dqn;
import io.tradinggym.agents.ppo.Ppo;
import io.tradinggym.agents.train.Training;
import io.tradinggym.api.Gym;
import io.tradinggym.api.VectorEnvironment;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricLogTest {
  @TempDir private Path folder;

  @Test
  void writesEveryIterationAsCsvAndJsonLines() throws IOException {
    try (VectorEnvironment envs = Gym.vector("CartPole-v1", 4)) {
      Ppo.settings()
          .rolloutSteps(32)
          .build()
          .train(envs, Training.steps(640), Training.logs(folder));
    }
    List<String> csv = Files.readAllLines(folder.resolve("progress.csv"));
    assertThat(csv).hasSize(1 + 5);
    assertThat(csv.getFirst())
        .startsWith("steps,episode/count,episode/length,episode/return,loss/policy");
    assertThat(csv.getLast()).startsWith("640,");
    List<String> json = Files.readAllLines(folder.resolve("progress.jsonl"));
    assertThat(json).hasSize(5);
    assertThat(json.getFirst()).startsWith("{\"steps\":128,").endsWith("}");
  }

  @Test
  void aResumedRunDropsWhatCameAfterItsCheckpoint() throws IOException {
    for (MetricSink sink :
        List.of(new CsvSink(folder.resolve("a.csv")), new JsonSink(folder.resolve("a.jsonl")))) {
      sink.open(0);
      sink.write(10, figures(1));
      sink.write(20, figures(2));
      sink.write(30, figures(3));
      sink.close();
      sink.open(20);
      sink.write(30, figures(4));
      sink.close();
    }
    assertThat(Files.readAllLines(folder.resolve("a.csv")))
        .containsExactly("steps,x", "10,1.0", "20,2.0", "30,4.0");
    assertThat(Files.readAllLines(folder.resolve("a.jsonl")))
        .containsExactly(
            "{\"steps\":10,\"x\":1.0}", "{\"steps\":20,\"x\":2.0}", "{\"steps\":30,\"x\":4.0}");
  }

  /** Read back field by field, as the format is published. */
  @Test
  void writesRecordsThatTensorBoardReads() throws IOException {
    InstantSource clock = InstantSource.fixed(Instant.ofEpochSecond(1_700_000_000L));
    try (TensorBoardSink sink = new TensorBoardSink(folder, clock)) {
      sink.open(0);
      sink.write(300, figures(2.5));
    }
    ByteBuffer file =
        ByteBuffer.wrap(
                Files.readAllBytes(folder.resolve("events.out.tfevents.1700000000.tradinggym")))
            .order(ByteOrder.LITTLE_ENDIAN);
    List<byte[]> events = new ArrayList<>();
    while (file.hasRemaining()) {
      byte[] event = new byte[(int) file.getLong()];
      file.getInt();
      file.get(event);
      file.getInt();
      events.add(event);
    }
    assertThat(events).hasSize(2);
    assertThat(new String(events.getFirst(), StandardCharsets.UTF_8)).endsWith("brain.Event:2");
    ByteBuffer event = ByteBuffer.wrap(events.getLast()).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(event.get()).isEqualTo((byte) 0x09);
    assertThat(event.getDouble()).isEqualTo(1_700_000_000.0);
    assertThat(event.get()).isEqualTo((byte) 0x10);
    assertThat((event.get() & 0x7f) | (event.get() << 7)).isEqualTo(300);
    assertThat(event.get()).isEqualTo((byte) 0x2a);
    assertThat(event.get()).isEqualTo((byte) (2 + 8));
    assertThat(event.get()).isEqualTo((byte) 0x0a);
    assertThat(event.get()).isEqualTo((byte) 8);
    assertThat(event.get()).isEqualTo((byte) 0x0a);
    assertThat(event.get()).isEqualTo((byte) 1);
    assertThat(event.get()).isEqualTo((byte) 'x');
    assertThat(event.get()).isEqualTo((byte) 0x15);
    assertThat(event.getFloat()).isEqualTo(2.5f);
  }

  @Test
  void everyPointStandsOnceAndInOrderAfterResumes() throws IOException {
    Path old = Files.writeString(folder.resolve("events.out.tfevents.8000.tradinggym"), "old");
    long[] clock = {1_000};
    InstantSource source = () -> Instant.ofEpochSecond(clock[0]++);
    int[][] runs = {{0, 9}, {8, 17}, {16, 24}};
    for (int[] run : runs) {
      try (TensorBoardSink sink = new TensorBoardSink(folder, source)) {
        sink.open(run[0] * 1000L);
        for (int k = run[0] + 1; k <= run[1]; k++) {
          sink.write(k * 1000L, figures(k));
        }
      }
    }
    assertThat(old).doesNotExist();
    List<Path> files = EventFiles.in(folder);
    assertThat(files).hasSize(1);
    List<Long> steps =
        EventFiles.read(files.getFirst()).stream().map(EventFiles.Event::step).toList();
    assertThat(steps)
        .containsExactlyElementsOf(LongStream.rangeClosed(0, 24).mapToObj(k -> k * 1000).toList());
  }

  @Test
  void anEventThatACrashCutShortIsLeftOut() throws IOException {
    InstantSource clock = InstantSource.fixed(Instant.ofEpochSecond(1));
    try (TensorBoardSink sink = new TensorBoardSink(folder, clock)) {
      sink.open(0);
      sink.write(10, figures(1));
      sink.write(20, figures(2));
    }
    Path file = EventFiles.in(folder).getFirst();
    byte[] all = Files.readAllBytes(file);
    assertThat(EventFiles.read(file)).hasSize(3);
    for (int cut : new int[] {1, 5, 20}) {
      Files.write(file, Arrays.copyOf(all, all.length - cut));
      assertThat(EventFiles.read(file)).hasSize(2);
    }
  }

  @Test
  void aFigureThatComesLaterGetsAColumnForAllLines() throws IOException {
    Path file = folder.resolve("late.csv");
    CsvSink sink = new CsvSink(file);
    sink.open(0);
    sink.write(10, figures(Double.NaN));
    sink.write(20, figures(1));
    SortedMap<String, Double> more = figures(2);
    more.put("a,\"b\"", 0.1);
    sink.write(30, more);
    sink.close();
    assertThat(Files.readAllLines(file))
        .containsExactly("steps,\"a,\"\"b\"\"\",x", "10,,", "20,,1.0", "30,0.1,2.0");
    List<CsvSink.Row> rows = CsvSink.read(file);
    assertThat(rows.getFirst().figures()).isEmpty();
    assertThat(rows.getLast()).isEqualTo(new CsvSink.Row(30, more));
  }

  @Test
  void offPolicyLogsHaveAsManyCellsAsNames() throws IOException {
    try (VectorEnvironment envs = Gym.vector("CartPole-v1", 2)) {
      Dqn.settings()
          .learningStarts(20)
          .batch(16)
          .capacity(1000)
          .build()
          .train(envs, Training.steps(60), Training.logs(folder));
    }
    List<String> lines = Files.readAllLines(folder.resolve("progress.csv"));
    long names = lines.getFirst().chars().filter(c -> c == ',').count();
    assertThat(lines.getFirst()).contains("loss");
    assertThat(lines)
        .allSatisfy(
            line -> assertThat(line.chars().filter(c -> c == ',').count()).isEqualTo(names));
  }

  private static SortedMap<String, Double> figures(double x) {
    SortedMap<String, Double> figures = new TreeMap<>();
    figures.put("x", x);
    return figures;
  }
}
