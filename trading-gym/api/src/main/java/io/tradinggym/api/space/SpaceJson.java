package io.tradinggym.api.space;

import io.tradinggym.api.internal.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the JSON of spaces. Errors carry the path of the part, such as {@code $.spaces.window.low[3]}. */
final class SpaceJson {
  private SpaceJson() {}

  static Space read(String json) {
    return space(Json.read(json), "$");
  }

  private static Space space(Object value, String path) {
    Map<String, Object> fields = object(value, path);
    String type = field(fields, "type", path) instanceof String text ? text : "";
    try {
      return switch (type) {
        case "Box" -> box(fields, path);
        case "Discrete" -> new Discrete(whole(fields, "n", path), whole(fields, "start", path));
        case "MultiDiscrete" -> MultiDiscrete.of(wholes(fields, "n", path));
        case "MultiBinary" -> new MultiBinary(whole(fields, "n", path));
        case "Tuple" -> tuple(fields, path);
        case "Dict" -> dict(fields, path);
        default ->
            throw new SpaceException(
                path
                    + ".type must be Box, Discrete, MultiDiscrete, MultiBinary, Tuple or Dict, was "
                    + shown(fields.get("type")));
      };
    } catch (SpaceException e) {
      throw e;
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new SpaceException(path + ": " + e.getMessage(), e);
    }
  }

  private static Box box(Map<String, Object> fields, String path) {
    return Box.of(
        floats(fields, "low", path), floats(fields, "high", path), wholes(fields, "shape", path));
  }

  private static TupleSpace tuple(Map<String, Object> fields, String path) {
    List<Space> parts = new ArrayList<>();
    for (Object part : array(fields, "spaces", path)) {
      parts.add(space(part, path + ".spaces[" + parts.size() + "]"));
    }
    return TupleSpace.of(parts);
  }

  private static DictSpace dict(Map<String, Object> fields, String path) {
    Map<String, Space> parts = new LinkedHashMap<>();
    object(field(fields, "spaces", path), path + ".spaces")
        .forEach((name, part) -> parts.put(name, space(part, path + ".spaces." + name)));
    return DictSpace.of(parts);
  }

  private static float[] floats(Map<String, Object> fields, String name, String path) {
    List<Object> entries = array(fields, name, path);
    float[] values = new float[entries.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          switch (entries.get(i)) {
            case Json.Num number -> Float.parseFloat(number.text());
            case String text when text.equals("inf") -> Float.POSITIVE_INFINITY;
            case String text when text.equals("-inf") -> Float.NEGATIVE_INFINITY;
            case Object other ->
                throw new SpaceException(
                    path
                        + "."
                        + name
                        + "["
                        + i
                        + "] must be a number, \"inf\" or \"-inf\", was "
                        + shown(other));
          };
    }
    return values;
  }

  private static int[] wholes(Map<String, Object> fields, String name, String path) {
    List<Object> entries = array(fields, name, path);
    int[] values = new int[entries.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = whole(entries.get(i), path + "." + name + "[" + i + "]");
    }
    return values;
  }

  private static int whole(Map<String, Object> fields, String name, String path) {
    return whole(field(fields, name, path), path + "." + name);
  }

  private static int whole(Object value, String path) {
    if (value instanceof Json.Num number && number.text().matches("-?\\d{1,9}")) {
      return Integer.parseInt(number.text());
    }
    throw new SpaceException(path + " must be a whole number, was " + shown(value));
  }

  private static List<Object> array(Map<String, Object> fields, String name, String path) {
    if (field(fields, name, path) instanceof List<?> list) {
      return new ArrayList<>(list);
    }
    throw new SpaceException(path + "." + name + " must be an array");
  }

  private static Map<String, Object> object(Object value, String path) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> fields = new LinkedHashMap<>();
      map.forEach((name, field) -> fields.put((String) name, field));
      return fields;
    }
    throw new SpaceException(path + " must be an object, was " + shown(value));
  }

  private static Object field(Map<String, Object> fields, String name, String path) {
    Object value = fields.get(name);
    if (value == null) {
      throw new SpaceException(path + " has no field \"" + name + "\"; it has " + fields.keySet());
    }
    return value;
  }

  private static String shown(@Nullable Object value) {
    return switch (value) {
      case Json.Num number -> number.text();
      case String text -> Json.quoted(text);
      case Map<?, ?> map -> "an object with " + map.keySet();
      case List<?> list -> "an array of " + list.size();
      case Boolean truth -> truth.toString();
      case null, default -> "null";
    };
  }

  /** An error whose message already names its path. */
  private static final class SpaceException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    SpaceException(String message) {
      super("space JSON: " + message);
    }

    SpaceException(String message, Throwable cause) {
      super("space JSON: " + message, cause);
    }
  }
}
