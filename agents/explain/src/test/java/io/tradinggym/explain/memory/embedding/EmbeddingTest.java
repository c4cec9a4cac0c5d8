package io.tradinggym.explain.memory.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.Test;

class EmbeddingTest {
  private static double[] walk(long seed, int length, double volatility) {
    RandomStream random = RandomStreams.of(seed).stream("walk");
    double[] prices = new double[length];
    double log = 4;
    for (int i = 0; i < length; i++) {
      log += volatility * random.gaussian();
      prices[i] = Math.exp(log);
    }
    return prices;
  }

  private static double square(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += ((double) a[i] - b[i]) * ((double) a[i] - b[i]);
    }
    return sum;
  }

  /** Squared distance of whole shapes: 2 W (1 - correlation). */
  @Property
  void distanceOfShapesIsCorrelation(@ForAll long seed) {
    int window = 24;
    double[] a = walk(seed, window, .01);
    double[] b = walk(seed + 1, window, .03);
    Shape shape = new Shape(window, window);
    double correlation =
        new PearsonsCorrelation()
            .correlation(Windows.logs(a, 0, window), Windows.logs(b, 0, window));
    assertThat(square(shape.embed(a, 0), shape.embed(b, 0)))
        .isCloseTo(2 * window * (1 - correlation), within(1e-3));
  }

  @Property
  void segmentsNeverExaggerateADistance(@ForAll long seed) {
    double[] a = walk(seed, 30, .01);
    double[] b = walk(~seed, 30, .01);
    Shape whole = new Shape(30, 30);
    Shape coarse = new Shape(30, 7);
    assertThat(square(coarse.embed(a, 0), coarse.embed(b, 0)))
        .isLessThanOrEqualTo(square(whole.embed(a, 0), whole.embed(b, 0)) + 1e-4);
  }

  @Test
  void levelAndVolatilityDoNotMoveAShape() {
    double[] quiet = walk(3, 20, .01);
    double[] violent = new double[20];
    for (int i = 0; i < 20; i++) {
      violent[i] = 7 * Math.pow(quiet[i], 3);
    }
    Shape shape = new Shape(20, 10);
    assertThat(square(shape.embed(quiet, 0), shape.embed(violent, 0))).isLessThan(1e-8);
    ShapeAndSize both = ShapeAndSize.fit(shape, walk(4, 500, .01), 1);
    assertThat(square(both.embed(quiet, 0), both.embed(violent, 0))).isGreaterThan(1);
  }

  @Test
  void whatDoesNotMoveHasNoShape() {
    double[] still = new double[20];
    Arrays.fill(still, 5);
    assertThat(new Shape(20, 5).embed(still, 0)).containsOnly(0);
  }

  /** Lin et al.: breakpoints of three letters at -.43 and .43. */
  @Test
  void aShapeAsAWord() {
    double[] values = {-1.5, -1.5, -.4, -.4, .4, .4, 1.5, 1.5};
    assertThat(new Sax(8, 4, 3).word(values)).isEqualTo("abbc");
    double[] rising = {1, 2, 3, 4, 5, 6, 7, 8};
    assertThat(new Sax(8, 4, 4).word(rising, 0)).isEqualTo("abcd");
  }

  @Test
  void textsThatShareRareWordsLieNear() {
    List<String> texts =
        List.of(
            "Acme beats estimates as cloud revenue jumps",
            "Acme tops estimates, cloud revenue surges",
            "Regulator fines Borealis over emissions reports",
            "The market closes little changed");
    HashedText embedding = HashedText.fit(texts, 256);
    float[][] vectors = texts.stream().map(embedding::embed).toArray(float[][]::new);
    assertThat(square(vectors[0], vectors[1])).isLessThan(square(vectors[0], vectors[2]));
    assertThat(square(vectors[0], vectors[0])).isZero();
    assertThat(embedding.embed("")).containsOnly(0);
    assertThat(HashedText.fit(texts, 256).identity()).isEqualTo(embedding.identity());
    assertThat(HashedText.fit(texts.subList(0, 2), 256).identity())
        .isNotEqualTo(embedding.identity());
  }

  /** Against the eigenvectors of the correlations, up to their sign. */
  @Test
  void componentsAreTheDirectionsOfLargestVariance() {
    RandomStream random = RandomStreams.of(6).stream("rows");
    double[][] rows = new double[400][6];
    for (double[] row : rows) {
      double common = random.gaussian();
      double other = random.gaussian();
      for (int i = 0; i < row.length; i++) {
        row[i] = (i + 1) * (i < 4 ? 2 * common : other) + random.gaussian() + 10;
      }
    }
    EigenDecomposition oracle =
        new EigenDecomposition(new PearsonsCorrelation(rows).getCorrelationMatrix());
    Components components = Components.fit(rows, 2);
    for (int i = 0; i < 2; i++) {
      double along = 0;
      for (int j = 0; j < 6; j++) {
        along += components.directions()[i][j] * oracle.getEigenvector(i).getEntry(j);
      }
      assertThat(Math.abs(along)).isCloseTo(1, within(1e-6));
    }
  }

  @Test
  void kernelsForgiveAShiftMoreThanSegmentsDo() {
    double[] prices = new double[80];
    for (int i = 0; i < prices.length; i++) {
      prices[i] = 50 * Math.exp(.05 * Math.sin(i / 4.0));
    }
    MiniRocket rocket = MiniRocket.fit(40, walk(8, 400, .01), 4, 32);
    Shape shape = new Shape(40, 16);
    double[] other = walk(9, 40, .01);
    double moved = square(rocket.embed(prices, 0), rocket.embed(prices, 6));
    double segments = square(shape.embed(prices, 0), shape.embed(prices, 6));
    assertThat(moved / square(rocket.embed(prices, 0), rocket.embed(other, 0)))
        .isLessThan(segments / square(shape.embed(prices, 0), shape.embed(other, 0)));
    assertThat(MiniRocket.fit(40, walk(8, 400, .01), 4, 32).identity())
        .isEqualTo(rocket.identity());
    assertThat(MiniRocket.fit(40, walk(7, 400, .01), 4, 32).identity())
        .isNotEqualTo(rocket.identity());
  }

  @Test
  void statesAreInDeviationsOfTraining() {
    Standardised states = Standardised.fit("portfolio", new double[][] {{0, 10, 1}, {2, 10, 3}});
    assertThat(states.embed(new double[] {3, 99, 2})).containsExactly(2, 0, 0);
  }
}
