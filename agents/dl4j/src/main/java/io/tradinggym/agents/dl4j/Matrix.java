package io.tradinggym.agents.dl4j;

import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Native memory for up to so many rows, filled again and again. */
final class Matrix {
  private final int columns;
  private final INDArray all;
  private final Map<Integer, INDArray> byRows = new HashMap<>();

  Matrix(int maxRows, int columns) {
    this.columns = columns;
    this.all = Nd4j.create(DataType.FLOAT, maxRows, columns);
  }

  /** Its first rows, with values from an array. */
  INDArray filled(int rows, float[] values, int at) {
    all.data().asNioFloat().put(values, at, rows * columns);
    return byRows.computeIfAbsent(
        rows, count -> all.get(NDArrayIndex.interval(0, count), NDArrayIndex.all()));
  }

  /** Writes a matrix, in whichever order it is stored, row by row from 0. */
  static void copy(INDArray from, float[] to) {
    int rows = Math.toIntExact(from.size(0));
    int columns = Math.toIntExact(from.size(1));
    FloatBuffer values = from.data().asNioFloat();
    int rowStride = Math.toIntExact(from.stride(0));
    int columnStride = Math.toIntExact(from.stride(1));
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        to[row * columns + column] = values.get(row * rowStride + column * columnStride);
      }
    }
  }
}
