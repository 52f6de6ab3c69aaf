-- An approval says as what somebody signed it, and which words they had read: a version keeps its
-- machine, and gets new words. What was recorded before says neither.

-- AlterTable
ALTER TABLE "approvals" ADD COLUMN "approver_title" TEXT,
ADD COLUMN "text_ids" UUID[] DEFAULT ARRAY[]::UUID[];
