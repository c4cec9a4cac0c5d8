package io.tradinggym.agents.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tradinggym.agents.dqn.Dqn;
import io.tradinggym.api.AutoReset;
import io.tradinggym.api.Batch;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.ObservationField;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.api.space.Box;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SimilarSamplerTest {
  private static final EnvironmentSpec SPEC =
      EnvironmentSpec.of("Rows-v0")
          .observation(Box.of(-1e6, 1e6, 3))
          .action(Box.of(-1, 1, 1))
          .build();

  /** One lane that goes through rows: three numbers, an action, a reward. */
  private static Replay filled(float[][] rows, Similarity similarity) {
    Batch batch = new Batch(SPEC, 1, AutoReset.SAME_STEP);
    Replay replay = new Replay(SPEC, 1, AutoReset.SAME_STEP, rows.length + 1, 1 << 20, similarity);
    System.arraycopy(rows[0], 0, batch.observations, 0, 3);
    replay.begin(batch);
    for (int i = 0; i < rows.length; i++) {
      batch.rewards[0] = rows[i][4];
      System.arraycopy(rows[Math.min(i + 1, rows.length - 1)], 0, batch.observations, 0, 3);
      replay.add(new float[] {rows[i][3]}, batch);
    }
    return replay;
  }

  private static float[][] random(long seed, int count) {
    RandomStream random = RandomStreams.of(seed).stream("rows");
    float[][] rows = new float[count][5];
    for (float[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        row[i] = (float) random.gaussian();
      }
    }
    return rows;
  }

  private static Similarity similarity(int neighbours, int recent, Similarity.Gate gate) {
    return new Similarity(List.of("0", "2"), 1, neighbours, recent, 5, 1, gate);
  }

  /** Against sorting all of them, with deviations of all of them. */
  @Property(tries = 30)
  void theNearestFingerprintsAreDrawn(@ForAll long seed) {
    float[][] rows = random(seed, 40);
    double[] scale = new double[3];
    for (int i = 0; i < 3; i++) {
      int column = i;
      double mean = Arrays.stream(rows).mapToDouble(row -> row[column]).average().orElseThrow();
      scale[i] =
          Arrays.stream(rows)
              .mapToDouble(row -> Math.pow(row[column] - mean, 2))
              .average()
              .orElseThrow();
    }
    float[] now = rows[39];
    List<Float> wanted =
        Arrays.stream(rows)
            .sorted(
                Comparator.comparingDouble(
                    row ->
                        Math.pow(row[0] - now[0], 2) / scale[0]
                            + Math.pow(row[2] - now[2], 2) / scale[2]))
            .limit(6)
            .map(row -> row[1])
            .toList();
    assertThat(drawn(filled(rows, similarity(6, 3, Similarity.Gate.OPEN)))).isSubsetOf(wanted);
    assertThat(drawn(filled(rows, similarity(6, 3, Similarity.Gate.SHUT))))
        .containsOnly(rows[39][1], rows[38][1], rows[37][1]);
  }

  /** Second numbers of rows that were drawn, which no fingerprint holds. */
  private static List<Float> drawn(Replay replay) {
    ReplaySample sample = new ReplaySample(64, 3, 1, 0);
    replay.sample(RandomStreams.of(1).stream("draws"), 1, .9, 0, sample);
    return IntStream.range(0, 64).mapToObj(row -> sample.observations[3 * row + 1]).toList();
  }

  /** The law +a x came before with the fingerprint of now, -a x with another one. */
  @Test
  void theGateOpensWhereTheLawOfTheFingerprintComesAgainAndNotWhereItIsAnother() {
    for (Similarity.Gate gate : List.of(Similarity.Gate.BETTER, Similarity.Gate.UNLESS_WORSE)) {
      assertThat(oldShare(1, gate)).isGreaterThan(.9);
      assertThat(oldShare(-1, gate)).isZero();
    }
  }

  /** Part of the draws that come from the first visit, of law +1, in the third, which looks like it. */
  private static double oldShare(int law, Similarity.Gate gate) {
    Similarity similarity = new Similarity(List.of("0"), 1, 100, 60, 10, 1, gate);
    RandomStream random = RandomStreams.of(3).stream("rows");
    Batch batch = new Batch(SPEC, 1, AutoReset.SAME_STEP);
    Replay replay = new Replay(SPEC, 1, AutoReset.SAME_STEP, 1_000, 1 << 20, similarity);
    show(batch, 0, random);
    replay.begin(batch);
    ReplaySample sample = new ReplaySample(64, 3, 1, 0);
    for (int t = 0; t < 230; t++) {
      int holds = t < 100 ? 1 : t < 200 ? -1 : law;
      float taken = (float) random.uniform(-1, 1);
      batch.rewards[0] = holds * batch.observations[1] * taken;
      show(batch, t + 1, random);
      replay.add(new float[] {taken}, batch);
      replay.sample(random, 1, .9, 0, sample);
    }
    return IntStream.range(0, 64).filter(row -> sample.observations[3 * row + 2] < 100).count()
        / 64.0;
  }

  /**
   * Rows that look like A pay 1, one in between looks like B and pays -1. Nearest to an A are the first rows that look
   * so, both: memory foretells 1 exactly, what is newest does not. Judged over one row the lead is one standard error,
   * which is not more than one.
   */
  @Test
  void aLeadOfOneStandardErrorIsNotMore() throws IOException {
    assertThat(drawsTheFirst(1, Similarity.Gate.BETTER, 1)).containsExactly(false, false);
    assertThat(drawsTheFirst(1, Similarity.Gate.UNLESS_WORSE, 1)).containsExactly(false, true);
    assertThat(drawsTheFirst(1, Similarity.Gate.UNLESS_WORSE, -1)).containsExactly(false, false);
  }

  /** Two rows of a lead are more than one error; with the second of two the judgement is complete. */
  @Test
  void theGateOpensWithTheLastOfTheRowsThatAreJudged() throws IOException {
    assertThat(drawsTheFirst(2, Similarity.Gate.BETTER, 1, 1)).containsExactly(false, false, true);
    assertThat(drawsTheFirst(2, Similarity.Gate.UNLESS_WORSE, 1, 1))
        .containsExactly(false, false, true);
  }

  /**
   * Whether the first row is drawn after the rows A, A, B, A, and after each A with such a reward that follows; after
   * each draw by a replay that was read from what the one before had written.
   */
  private static List<Boolean> drawsTheFirst(int judged, Similarity.Gate gate, float... rewards)
      throws IOException {
    Similarity similarity = new Similarity(List.of("0"), 1, 2, 3, judged, 1, gate);
    RandomStream random = RandomStreams.of(6).stream("rows");
    Batch batch = new Batch(SPEC, 1, AutoReset.SAME_STEP);
    Replay replay = new Replay(SPEC, 1, AutoReset.SAME_STEP, 100, 1 << 20, similarity);
    ReplaySample sample = new ReplaySample(64, 3, 1, 0);
    batch.observations[0] = 1;
    replay.begin(batch);
    List<Boolean> first = new ArrayList<>();
    for (int t = 0; t < 4 + rewards.length; t++) {
      batch.rewards[0] = t < 4 ? batch.observations[0] : rewards[t - 4];
      batch.observations[0] = t + 1 == 2 ? -1 : 1;
      batch.observations[2] = t + 1;
      replay.add(new float[] {.5f}, batch);
      if (t >= 3) {
        replay.sample(random, 1, .9, 0, sample);
        first.add(IntStream.range(0, 64).anyMatch(row -> sample.observations[3 * row + 2] == 0));
        ByteArrayOutputStream saved = new ByteArrayOutputStream();
        replay.save(new DataOutputStream(saved));
        replay = new Replay(SPEC, 1, AutoReset.SAME_STEP, 100, 1 << 20, similarity);
        replay.restore(new DataInputStream(new ByteArrayInputStream(saved.toByteArray())));
      }
    }
    return first;
  }

  /** Of four rows of a sample the first two are the newest; the others come from all of a hundred. */
  @Test
  void aShareOfASampleIsDrawnSoAndTheRestUniformly() {
    Similarity half = new Similarity(List.of(), 1, 5, 1, 5, .5, Similarity.Gate.SHUT);
    float[][] rows = random(7, 100);
    Replay replay = filled(rows, half);
    ReplaySample sample = new ReplaySample(4, 3, 1, 0);
    Set<Float> others = new HashSet<>();
    for (int draw = 0; draw < 20; draw++) {
      replay.sample(RandomStreams.of(draw).stream("draws"), 1, .9, 0, sample);
      assertThat(sample.observations[0]).isEqualTo(rows[99][0]);
      assertThat(sample.observations[3]).isEqualTo(rows[99][0]);
      others.add(sample.observations[6]);
      assertThat(sample.weights).containsOnly(1);
    }
    assertThat(others).hasSizeGreaterThan(10);
  }

  @Test
  void settingsOutOfRangeAreNamed() {
    Similarity.Gate gate = Similarity.Gate.OPEN;
    refused(() -> new Similarity(List.of(), 0, 1, 1, 1, 1, gate), "smoothing");
    refused(() -> new Similarity(List.of(), 1, 0, 1, 1, 1, gate), "neighbours");
    refused(() -> new Similarity(List.of(), 1, 1, 0, 1, 1, gate), "recent");
    refused(() -> new Similarity(List.of(), 1, 1, 1, 0, 1, gate), "judged");
    refused(() -> new Similarity(List.of(), 1, 1, 1, 1, 0, gate), "share");
    refused(() -> new Similarity(List.of(), 1, 1, 1, 1, 1.01, gate), "share");
    Similarity beyond = new Similarity(List.of("3"), 1, 1, 1, 1, 1, gate);
    refused(() -> beyond.columns(SPEC), "\"3\"; there are 0 to 2");
  }

  private static void refused(ThrowingCallable what, String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(what)
        .withMessageContaining("of similarity replay")
        .withMessageContaining(name);
  }

  /** One law all along, with noise: memory and the newest predict alike, now one better and now the other. */
  @Test
  void whereBothPredictAlikeMemoryIsDrawnFromUnlessItIsWorse() {
    assertThat(openShare(Similarity.Gate.BETTER)).isBetween(.02, .4);
    assertThat(openShare(Similarity.Gate.UNLESS_WORSE)).isBetween(.6, .98);
  }

  /** Part of the steps at which old transitions are drawn. */
  private static double openShare(Similarity.Gate gate) {
    Similarity similarity = new Similarity(List.of("0"), 1, 100, 60, 10, 1, gate);
    RandomStream random = RandomStreams.of(4).stream("rows");
    Batch batch = new Batch(SPEC, 1, AutoReset.SAME_STEP);
    Replay replay = new Replay(SPEC, 1, AutoReset.SAME_STEP, 1_000, 1 << 20, similarity);
    replay.begin(batch);
    ReplaySample sample = new ReplaySample(64, 3, 1, 0);
    int open = 0;
    for (int t = 0; t < 700; t++) {
      float taken = (float) random.uniform(-1, 1);
      batch.rewards[0] = (float) (batch.observations[1] * taken + random.gaussian());
      batch.observations[0] = (float) random.gaussian();
      batch.observations[1] = (float) random.gaussian();
      batch.observations[2] = t;
      replay.add(new float[] {taken}, batch);
      replay.sample(random, 1, .9, 0, sample);
      int now = t;
      if (t >= 300
          && IntStream.range(0, 64).anyMatch(row -> sample.observations[3 * row + 2] < now - 70)) {
        open++;
      }
    }
    return open / 400.0;
  }

  private static void show(Batch batch, int t, RandomStream random) {
    batch.observations[0] = t < 100 || t >= 200 ? 1 : -1;
    batch.observations[1] = (float) random.gaussian();
    batch.observations[2] = t;
  }

  @Test
  void aFingerprintIsNamed() {
    EnvironmentSpec named =
        SPEC.toBuilder()
            .observationFields(
                List.of(field("rsi14[SPY]"), field("ewma0.94[SPY]"), field("position")))
            .build();
    Similarity similarity =
        new Similarity(List.of("position", "rsi14"), 1, 1, 1, 1, 1, Similarity.Gate.OPEN);
    assertThat(similarity.columns(named)).containsExactly(2, 0);
    assertThat(Similarity.DEFAULT.columns(named)).containsExactly(0, 1, 2);
    Similarity wrong = new Similarity(List.of("rsi"), 1, 1, 1, 1, 1, Similarity.Gate.OPEN);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> wrong.columns(named))
        .withMessageContaining("\"rsi\"; there are rsi14[SPY], ewma0.94[SPY], position");
  }

  private static ObservationField field(String name) {
    return new ObservationField(name, "1", -1e6, 1e6, name);
  }

  @Test
  void settingsAreReadFromText() {
    assertThat(
            Dqn.settings()
                .set("similar", "true")
                .set("similarity", "{fields: rsi14 ewma0.94, smoothing: 5, gate: open}")
                .build()
                .options())
        .isEqualTo(
            Dqn.settings()
                .similarity(
                    new Similarity(
                        List.of("rsi14", "ewma0.94"), 5, 150, 100, 15, 1, Similarity.Gate.OPEN))
                .build()
                .options());
    assertThat(Dqn.settings().set("similar", "true").build().values().experience().draws())
        .isEqualTo(Similarity.DEFAULT);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Dqn.settings()
                    .similarity(Similarity.DEFAULT)
                    .prioritization(Prioritization.DEFAULT)
                    .build())
        .withMessageContaining("not both");
  }
}
