@NullMarked
package io.tradinggym.experiments.spark;

import org.jspecify.annotations.NullMarked;
