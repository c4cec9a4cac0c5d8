package io.tradinggym.agents.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SumTreeTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 64, 100})
  void findsWhereTheRunningSumPasses(int size) {
    SumTree tree = new SumTree(size);
    RandomStream random = RandomStreams.of(size).stream("test");
    int[] weights = new int[size];
    for (int change = 0; change < 3 * size; change++) {
      int index = random.integer(size);
      weights[index] = random.integer(5); // whole numbers: their sums are exact
      tree.set(index, weights[index]);
    }
    weights[size - 1] = 2;
    tree.set(size - 1, 2);
    int sum = 0;
    for (int index = 0; index < size; index++) {
      for (int within = 0; within < weights[index]; within++) {
        assertThat(tree.find(sum + within)).isEqualTo(index);
        assertThat(tree.find(sum + within + 0.999)).isEqualTo(index);
      }
      sum += weights[index];
    }
    assertThat(tree.total()).isEqualTo(sum);
    assertThat(weights[tree.find(sum)])
        .as("a sum past the end finds something that has weight")
        .isPositive();
  }
}
