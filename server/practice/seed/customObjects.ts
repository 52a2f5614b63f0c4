import type { DataAttribute } from "../documents/attributes.ts";
import type { CustomObject } from "../documents/customObject.ts";

/** A type of object that this workspace made for itself. Types never change here. */
export interface CustomObjectType {
  identifier: string;
  name: string;
  attributes: readonly Pick<DataAttribute, "name" | "data_type" | "options">[];
}

export const customObjectTypes: readonly CustomObjectType[] = [
  {
    identifier: "order",
    name: "Order",
    attributes: [
      { name: "order_number", data_type: "string" },
      { name: "total_amount", data_type: "float" },
      { name: "status", data_type: "string", options: ["placed", "paid", "shipped", "delivered", "returned"] },
      { name: "ordered_at", data_type: "date" },
      { name: "gift", data_type: "boolean" },
    ],
  },
];

const daySeconds = 86_400;

/** @param now epoch seconds. */
export const customObjectsAt = (now: number): CustomObject[] =>
  [
    ["1", "HV-ORDER-5001", 240, "delivered", 40],
    ["2", "HV-ORDER-5002", 99.5, "shipped", 3],
  ].map(([id, external_id, total_amount = null, status = null, days]) => {
    const at = now - Number(days) * daySeconds;
    return {
      id: String(id),
      identifier: "order",
      external_id: String(external_id),
      external_created_at: at,
      external_updated_at: at,
      created_at: at,
      updated_at: at,
      custom_attributes: { order_number: String(external_id), total_amount, status, ordered_at: at, gift: false },
    };
  });
