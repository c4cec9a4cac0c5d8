package io.tradinggym.explain.memory.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.explain.memory.Entry;
import io.tradinggym.explain.memory.HeapMemory;
import io.tradinggym.explain.memory.Kind;
import io.tradinggym.explain.memory.Match;
import io.tradinggym.explain.memory.Query;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Ten motifs, twenty times each among two thousand windows of random walks: noise of half the motif's deviation,
 * shifted by up to two bars, scaled by half to two, warped by up to five per cent. Of the ten nearest to a new one, how
 * many are of its motif?
 */
class MotifTest {
  private static final int WINDOW = 60;
  private static final int MOTIFS = 10;
  private static final int TIMES = 20;
  private static final int WALKS = 2_000;
  private static final int QUERIES = 100;
  private static final int SEEDS = 3;

  /** Heights, frequencies and phases of a few waves. */
  private record Motif(double[][] waves) {
    static Motif of(RandomStream random) {
      double[][] waves = new double[3][];
      for (int i = 0; i < waves.length; i++) {
        waves[i] =
            new double[] {
              random.uniform(.5, 1), i + random.uniform(1, 1.5), random.uniform(0, 2 * Math.PI)
            };
      }
      return new Motif(waves);
    }

    double at(double place) {
      double sum = 0;
      for (double[] wave : waves) {
        sum += wave[0] * Math.sin(wave[1] * 2 * Math.PI * place + wave[2]);
      }
      return sum;
    }

    double[] prices(RandomStream random) {
      double shift = random.uniform(-2, 2);
      double warp = random.uniform(.95, 1.05);
      double scale = .02 * random.uniform(.5, 2);
      double[] clean = new double[WINDOW];
      for (int i = 0; i < WINDOW; i++) {
        clean[i] = at(.5 + ((i - WINDOW / 2.0) * warp + shift) / WINDOW);
      }
      double[] shape = Windows.normalised(clean);
      double[] prices = new double[WINDOW];
      for (int i = 0; i < WINDOW; i++) {
        prices[i] = 50 * Math.exp(scale * (shape[i] + .5 * random.gaussian()));
      }
      return prices;
    }
  }

  private static double[] walk(RandomStream random, int length) {
    double[] prices = new double[length];
    double log = 4;
    for (int i = 0; i < length; i++) {
      log += .01 * random.gaussian();
      prices[i] = Math.exp(log);
    }
    return prices;
  }

  private static double recall(Embedding embedding, long seed) {
    RandomStream random = RandomStreams.of(seed).stream("motifs");
    Motif[] motifs = new Motif[MOTIFS];
    HeapMemory memory = new HeapMemory(embedding.dimensions(), embedding.identity());
    int id = 0;
    for (int motif = 0; motif < MOTIFS; motif++) {
      motifs[motif] = Motif.of(random);
      for (int i = 0; i < TIMES; i++) {
        memory.add(entry(id++, motif, embedding.embed(motifs[motif].prices(random), 0)));
      }
    }
    for (int i = 0; i < WALKS; i++) {
      memory.add(entry(id++, -1, embedding.embed(walk(random, WINDOW), 0)));
    }
    int hits = 0;
    for (int i = 0; i < QUERIES; i++) {
      int motif = i % MOTIFS;
      float[] wanted = embedding.embed(motifs[motif].prices(random), 0);
      List<Match> found = memory.search(Query.of(wanted, 10, id + 1L));
      hits += (int) found.stream().filter(match -> match.entry().outcome() == motif).count();
    }
    return hits / (10.0 * QUERIES);
  }

  private static Entry entry(int id, int motif, float[] vector) {
    return new Entry(id, id, id, id, id, Kind.PATTERN, vector, motif, 0);
  }

  /** Other prices of the same kind, as much as ten years of days, a third of them windows of motifs. */
  private static double[] training() {
    RandomStream random = RandomStreams.of(99).stream("training");
    double[] prices = new double[42 * WINDOW];
    double level = 1;
    for (int part = 0; part < 42; part++) {
      double[] next = part % 3 == 0 ? Motif.of(random).prices(random) : walk(random, WINDOW);
      for (int i = 0; i < WINDOW; i++) {
        prices[part * WINDOW + i] = level * next[i] / next[0];
      }
      level = prices[(part + 1) * WINDOW - 1];
    }
    return prices;
  }

  private static double told(String name, Embedding embedding) {
    double sum = 0;
    for (int seed = 1; seed <= SEEDS; seed++) {
      sum += recall(embedding, seed) / SEEDS;
    }
    System.out.printf(Locale.ROOT, "motifs: %s recall@10 %.3f%n", name, sum);
    return sum;
  }

  @Test
  void shapesFindPlantedMotifs() {
    assertThat(told("shape", new Shape(WINDOW, 16))).isGreaterThanOrEqualTo(.95);
  }

  @Test
  void kernelsFindPlantedMotifs() {
    assertThat(told("minirocket", MiniRocket.fit(WINDOW, training(), 6, 64)))
        .isGreaterThanOrEqualTo(.9);
  }

  @Test
  void codesFindPlantedMotifs() {
    Autoencoder autoencoder = Autoencoder.fit(WINDOW, 16, training(), 20, 1);
    assertThat(autoencoder.loss(walk(RandomStreams.of(5).stream("new"), WINDOW), 0)).isLessThan(.1);
    assertThat(told("autoencoder", autoencoder)).isGreaterThanOrEqualTo(.8);
  }
}
