@NullMarked
package io.tradinggym.experiments.durability;

import org.jspecify.annotations.NullMarked;
